import type { Problem } from '../../../api/problem.ts'
import { FIELD_NAMES, type ItemFields } from './item-draft.ts'
import type { FieldClash, MergedFields } from './merge-fields.ts'

export interface SavedChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** Who saved what while a form was open. */
export interface Conflict {
  readonly by: string
  readonly at: string
  readonly clashes: readonly FieldClash[]
  /** What they changed and I did not: kept as they have it. */
  readonly theirs: readonly SavedChange[]
}

/** From the server's refusal `ledger.item-changed` and what was brought together. */
export function conflictOf({ details }: Problem, merged: MergedFields): Conflict {
  const changes = Array.isArray(details.changes) ? (details.changes as SavedChange[]) : []
  const isField = (field: string): field is keyof ItemFields => (FIELD_NAMES as string[]).includes(field)
  return {
    by: String(details.changedBy ?? ''),
    at: String(details.changedAt ?? ''),
    clashes: merged.clashes,
    theirs: changes.filter(({ field }) => !isField(field) || merged.theirs.includes(field)),
  }
}
