import type { SheetField } from '../../../api/sheets.ts'

export type MappingFault = 'title-unmapped' | 'field-twice'

/** Why the server would refuse this mapping, by the same two rules. */
export function mappingFault(columns: readonly (SheetField | null)[]): MappingFault | undefined {
  const fields = columns.filter((field) => field !== null)
  if (!fields.includes('title') && !fields.includes('content')) return 'title-unmapped'
  return new Set(fields).size < fields.length ? 'field-twice' : undefined
}
