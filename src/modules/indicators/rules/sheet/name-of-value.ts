import type { Aspect, ValueColumn } from './table-mapping.ts'

export interface Named {
  readonly name: string
  readonly aspect: Aspect
  readonly measure: string | null
}

/** The name of a value: its column's, else its row's or section's with the aspect of the column, else the table's. */
export function nameOf(column: ValueColumn, ofRow: Named | null, ofTable: string | null): Named {
  const aspect = column.aspect
  if (column.indicator !== null && ofRow === null) return { name: column.indicator, aspect, measure: null }
  if (ofRow !== null) {
    const name = column.indicator === null ? ofRow.name : `${ofRow.name}/${column.indicator}`
    return {
      name,
      aspect: aspect === 'level' ? ofRow.aspect : aspect,
      measure: aspect === 'level' ? ofRow.measure : null,
    }
  }
  return { name: ofTable ?? '', aspect, measure: null }
}
