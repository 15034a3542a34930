import type { Day } from '../../../../kernel/day.ts'
import type { Item, ItemDay } from '../../schema.ts'

interface Span {
  readonly from: Day
  readonly to: Day
}

/** What of an item falls on days between two others: its deadline while it is open, its open nodes, its re-check. */
export function itemDays(item: Item, { from, to }: Span): ItemDay[] {
  const isOpen = item.state !== 'closed' && item.state !== 'withdrawn'
  const days: ItemDay[] = []
  if (isOpen && item.plan.kind === 'nodes') {
    for (const { name, on, progress } of item.plan.nodes) {
      if (item.progress < progress) days.push({ day: on, kind: 'node', name, item })
    }
  }
  if (isOpen && item.dueOn !== null) days.push({ day: item.dueOn, kind: 'due', name: null, item })
  if (item.state === 'closed' && item.recheckOn !== null) {
    days.push({ day: item.recheckOn, kind: 'recheck', name: null, item })
  }
  return days.filter(({ day }) => day >= from && day <= to)
}
