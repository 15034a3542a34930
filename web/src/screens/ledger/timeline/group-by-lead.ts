import type { Item } from '../../../api/model.ts'

export interface LedItems {
  readonly leadUnitId: string | null
  readonly items: readonly Item[]
}

/** The items under the unit that leads them, units in the order in which they first appear, the earliest deadline first. */
export function groupByLead(items: readonly Item[]): LedItems[] {
  const groups = new Map<string | null, Item[]>()
  for (const item of items) {
    const led = groups.get(item.leadUnitId)
    if (led) led.push(item)
    else groups.set(item.leadUnitId, [item])
  }
  return [...groups].map(([leadUnitId, led]) => ({
    leadUnitId,
    items: led.toSorted((one, other) => (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999')),
  }))
}
