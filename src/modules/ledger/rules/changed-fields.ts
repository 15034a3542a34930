export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** Fields that change with every save and say nothing to a person. */
const SILENT = new Set([
  'version',
  'changedAt',
  'changedBy',
  'isWorkedOn',
  'blueFrom',
  'yellowFrom',
  'orangeFrom',
  'redFrom',
])

/** What differs between two versions of an item, for whoever edited the older one and for its story. */
export function changedFields(before: object, after: object): FieldChange[] {
  return Object.entries(after)
    .map(([field, value]) => ({
      field,
      before: before[field as keyof typeof before] as unknown,
      after: value,
    }))
    .filter(
      (change) => !SILENT.has(change.field) && JSON.stringify(change.before) !== JSON.stringify(change.after),
    )
}
