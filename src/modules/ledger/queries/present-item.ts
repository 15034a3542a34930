import type { Day } from '../../../kernel/day.ts'
import { itemLight } from '../rules/item-light.ts'
import type { Item } from '../schema.ts'
import type { StoredItem } from '../store/items.ts'

/** An item as people see it on a day: with the light that the rule gives it. */
export function presentItem({ isWorkedOn: _, ...item }: StoredItem, asOf: Day): Item {
  return { ...item, light: itemLight(item, asOf) }
}
