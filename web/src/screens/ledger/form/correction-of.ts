import type { CorrectItem, Item } from '../../../api/model.ts'
import { FIELD_NAMES, fieldsOf, fieldsOfItem, type ItemDraft, type ItemFields } from './item-draft.ts'

/** What only an extension, or recalling the item, changes once it is dispatched (`plan-correction.ts`). */
const LOCKED: readonly (keyof ItemFields)[] = ['leadUnitId', 'dueOn', 'startOn', 'timeLimit']

export type CorrectionScope = 'all' | 'dispatched' | 'none'

/** How much of an item can be corrected where it stands. */
export function correctionScope({ state }: Pick<Item, 'state'>): CorrectionScope {
  if (state === 'closed' || state === 'withdrawn') return 'none'
  return state === 'draft' || state === 'reviewed' ? 'all' : 'dispatched'
}

/** The fields that differ between what an item says and what the form says. */
export function changedNames(item: Item, draft: ItemDraft): (keyof ItemFields)[] {
  const [before, after] = [fieldsOfItem(item), fieldsOf(draft)]
  const locked = correctionScope(item) === 'dispatched' ? LOCKED : []
  return FIELD_NAMES.filter(
    (name) => !locked.includes(name) && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
}

/** Whether what was changed has to be explained: another deadline, and another plan once the clock runs. */
export function needsReason(item: Item, draft: ItemDraft): boolean {
  const changed = changedNames(item, draft)
  if (changed.includes('dueOn') && item.dueOn !== null) return true
  return changed.includes('plan') && correctionScope(item) === 'dispatched'
}

/** What a form changed of an item, as the body of a correction; undefined when nothing did. */
export function correctionOf(item: Item, draft: ItemDraft): CorrectItem | undefined {
  const after = fieldsOf(draft)
  const changed = changedNames(item, draft)
  if (changed.length === 0) return undefined
  const reason = draft.reason.trim()
  return {
    version: item.version,
    ...Object.fromEntries(changed.map((name) => [name, after[name]])),
    ...(reason ? { reason } : {}),
  }
}
