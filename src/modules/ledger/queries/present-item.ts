import type { Day } from '../../../kernel/day.ts'
import type { ClockFacts } from '../clock-facts.ts'
import { clockOn } from '../rules/item-clock.ts'
import type { Item } from '../schema.ts'
import type { StoredItem } from '../store/items.ts'

/** An item as people see it on a day (today unless given): with what the rules say of its clock then. */
export function presentItem(item: StoredItem, { today }: Pick<ClockFacts, 'today'>, asOf: Day = today): Item {
  const { isWorkedOn, issuerUnitId, blueFrom, yellowFrom, orangeFrom, redFrom, ...shown } = item
  return { ...shown, ...clockOn(item, asOf) }
}
