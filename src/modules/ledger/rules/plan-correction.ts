import type { CorrectItem, Item } from '../schema.ts'
import { withoutLead } from './new-item.ts'

type Correctable = Omit<Item, 'light' | 'expected' | 'daysLate'>

export type ItemCorrection<Corrected> =
  | { readonly kind: 'corrected'; readonly item: Corrected; readonly changed: readonly string[] }
  | {
      readonly kind: 'refused'
      readonly reason:
        | 'reason-missing'
        | 'item-finished'
        | 'deadline-needs-extension'
        | 'recall-first'
        | 'clock-runs'
    }

/** Where only recalling the item lets another unit lead it, and only an extension moves its deadline. */
const UNDISPATCHED: readonly Item['state'][] = ['draft', 'reviewed']
const FINISHED: readonly Item['state'][] = ['closed', 'withdrawn']

/**
 * The item as corrected. Another deadline or plan needs a reason and leaves the first deadline as it is; an item that
 * had none gets its first one now (invariant 3: late stays late). Once dispatched, the lead changes by recalling, the
 * deadline by an extension that somebody else approves, and the start not at all: no edit restarts a clock.
 */
export function planItemCorrection<Corrected extends Correctable>(
  item: Corrected,
  { version: _, reason, ...given }: CorrectItem,
): ItemCorrection<Corrected> {
  const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const after: Corrected = { ...item, ...fields }
  after.supportingUnitIds = withoutLead(after.supportingUnitIds, after.leadUnitId)
  const changed = Object.keys(given).filter(
    (field) =>
      JSON.stringify(item[field as keyof Corrected]) !== JSON.stringify(after[field as keyof Corrected]),
  )
  const does = (field: keyof CorrectItem) => changed.includes(field)
  if (changed.length > 0 && FINISHED.includes(item.state)) return { kind: 'refused', reason: 'item-finished' }
  if (!UNDISPATCHED.includes(item.state)) {
    if (does('dueOn')) return { kind: 'refused', reason: 'deadline-needs-extension' }
    if (does('leadUnitId')) return { kind: 'refused', reason: 'recall-first' }
    if (does('startOn') || does('timeLimit')) return { kind: 'refused', reason: 'clock-runs' }
    if (does('plan') && !reason) return { kind: 'refused', reason: 'reason-missing' }
  }
  if (does('dueOn') && item.dueOn !== null && !reason) return { kind: 'refused', reason: 'reason-missing' }
  after.firstDueOn = item.firstDueOn ?? after.dueOn
  return { kind: 'corrected', item: after, changed }
}
