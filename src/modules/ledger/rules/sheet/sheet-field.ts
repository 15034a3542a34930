import columns from './columns.json' with { type: 'json' }
import known from './known-headings.json' with { type: 'json' }

/** What a column of a sheet can be: a field of the ledger by the names of `columns.json`. */
export type SheetField = keyof typeof columns

/** A column that an export may have and an import passes over. */
export type ComputedColumn = Exclude<keyof typeof known, 'comment'>

export interface ColumnInfo {
  readonly heading: string
  readonly headingEn: string
  readonly type: string
  readonly width: number
}

const { comment: _, ...computed } = known

export const SHEET_FIELDS = Object.keys(columns) as [SheetField, ...SheetField[]]
export const COMPUTED_COLUMNS = Object.keys(computed) as [ComputedColumn, ...ComputedColumn[]]

/** Headings, widths and spellings of each field, in the order of an export. */
export const FIELD_COLUMNS: Readonly<
  Record<SheetField, ColumnInfo & { readonly synonyms: readonly string[]; readonly weak: readonly string[] }>
> = columns

export const COMPUTED_HEADINGS: Readonly<Record<ComputedColumn, ColumnInfo>> = computed
