import type { Message } from '../../schema.ts'
import { type DraftLine, plainLine } from './draft-line.ts'
import thresholds from './draft-thresholds.json' with { type: 'json' }
import type { Facts, ItemFact } from './facts.ts'
import { itemSource, itemsSource } from './sources-of.ts'

/** What the ledger says of the items that the unit leads: closed in the quarter, overdue, returned, closed late. */
export function itemLines(facts: Facts): DraftLine[] {
  const led = facts.items.filter(({ isLead }) => isLead)
  const open = led.filter(({ isOpen }) => isOpen)
  const closed = led.filter(({ closedOn }) => isWithin(closedOn, facts))
  const late = closed.filter(isLate)
  const overdue = open.filter(isLate).sort((a, b) => b.daysLate! - a.daysLate!)
  const returned = [...open, ...closed].filter(({ returnedCount }) => returnedCount > 0)
  return [
    ...closedLine(facts, { closed, late, due: open.filter(({ dueOn }) => isWithin(dueOn, facts)) }),
    ...lineOf(facts, overdue, {
      kind: 'items-overdue',
      of: open.length,
      message: (count, of) => ({
        code: 'items-overdue',
        params: { count, of, title: overdue[0]!.title, days: overdue[0]!.daysLate! },
      }),
    }),
    ...lineOf(facts, returned, { kind: 'items-returned', of: open.length + closed.length }),
    ...lineOf(facts, late, { kind: 'items-late', of: closed.length }),
  ]
}

interface Closing {
  readonly closed: readonly ItemFact[]
  readonly late: readonly ItemFact[]
  /** Due within the quarter and still open. */
  readonly due: readonly ItemFact[]
}

/** On time of those closed, and how many were to be closed at all. */
function closedLine(facts: Facts, { closed, late, due }: Closing): DraftLine[] {
  const onTime = closed.length - late.length
  if (closed.length === 0 || onTime * 100 < thresholds.onTime.percent * closed.length) return []
  const of = closed.length + due.length
  return lineOf(facts, closed, {
    kind: 'items-closed',
    of,
    message: (count) => ({ code: 'items-closed', params: { count, onTime, of } }),
  })
}

interface Told {
  readonly kind: 'items-closed' | 'items-overdue' | 'items-returned' | 'items-late'
  readonly of: number
  readonly message?: (count: number, of: number) => Message
}

function lineOf(facts: Facts, items: readonly ItemFact[], { kind, of, message }: Told): DraftLine[] {
  if (items.length === 0) return []
  const named = items.slice(0, thresholds.named.most)
  return [
    plainLine({
      key: kind,
      side: kind === 'items-closed' ? 'strength' : 'shortfall',
      kind,
      draft: [message?.(items.length, of) ?? { code: kind, params: { count: items.length, of } }],
      sources: [
        itemsSource(items, { of, asOf: facts.on }),
        ...named.map((item) => itemSource(item, facts.on)),
      ],
      // Days late go by themselves; who is late, and by which deadline, does not.
      basis: {
        of,
        items: items.map(({ id, dueOn, state, returnedCount }) => [id, dueOn, state, returnedCount]).sort(),
      },
    }),
  ]
}

const isLate = ({ daysLate }: ItemFact) => daysLate !== null && daysLate > 0

function isWithin(day: string | null, { from, to }: Facts): boolean {
  return day !== null && day >= from && day <= to
}
