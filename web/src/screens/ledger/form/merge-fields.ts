import { FIELD_NAMES, type ItemFields } from './item-draft.ts'

export interface FieldClash {
  readonly field: keyof ItemFields
  readonly before: unknown
  readonly mine: unknown
  readonly theirs: unknown
}

export interface MergedFields {
  /** What both agree to: mine where only I changed, theirs everywhere else. */
  readonly fields: ItemFields
  /** What both changed, and differently: theirs stands in `fields`, mine is kept here. */
  readonly clashes: readonly FieldClash[]
  /** What only they changed. */
  readonly theirs: readonly (keyof ItemFields)[]
}

/** Brings together what I wrote and what somebody else saved meanwhile, both from the same beginning; nothing is lost. */
export function mergeFields(before: ItemFields, mine: ItemFields, theirs: ItemFields): MergedFields {
  const differ = (one: ItemFields, other: ItemFields, field: keyof ItemFields) =>
    JSON.stringify(one[field]) !== JSON.stringify(other[field])
  const isMine = (field: keyof ItemFields) => differ(before, mine, field)
  const isTheirs = (field: keyof ItemFields) => differ(before, theirs, field)
  const fields = Object.fromEntries(
    FIELD_NAMES.map((field) => [field, isMine(field) && !isTheirs(field) ? mine[field] : theirs[field]]),
  ) as unknown as ItemFields
  return {
    fields,
    clashes: FIELD_NAMES.filter(
      (field) => isMine(field) && isTheirs(field) && differ(mine, theirs, field),
    ).map((field) => ({ field, before: before[field], mine: mine[field], theirs: theirs[field] })),
    theirs: FIELD_NAMES.filter((field) => isTheirs(field) && !isMine(field)),
  }
}
