import type { CorrectItem, Item } from '../schema.ts'

type Correctable = Omit<Item, 'light'>

export type ItemCorrection =
  | { readonly kind: 'corrected'; readonly item: Correctable; readonly changed: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: 'reason-missing' }

const FIELDS = ['title', 'content', 'leadUnitId', 'supportingUnitIds', 'dueOn'] as const

/**
 * The item as corrected. Another deadline needs a reason and leaves the first one as it is; an item that had
 * none gets its first deadline now (invariant 3: late stays late).
 */
export function planItemCorrection(item: Correctable, correction: CorrectItem): ItemCorrection {
  const given = FIELDS.filter((field) => correction[field] !== undefined)
  const after = {
    ...item,
    ...Object.fromEntries(given.map((field) => [field, correction[field]])),
  } as Correctable
  after.supportingUnitIds = [...new Set(after.supportingUnitIds)].filter((id) => id !== after.leadUnitId)
  const changed = FIELDS.filter((field) => JSON.stringify(item[field]) !== JSON.stringify(after[field]))
  if (changed.includes('dueOn') && item.dueOn !== null && !correction.reason) {
    return { kind: 'refused', reason: 'reason-missing' }
  }
  const firstDueOn = item.firstDueOn ?? after.dueOn
  return { kind: 'corrected', item: { ...after, firstDueOn, version: item.version + 1 }, changed }
}
