import type { Day } from '../../kernel/day.ts'

/** A cell that is formatted as a date: the calendar day that is shown, in no time zone, and the time of day if any. */
export interface DayCell {
  readonly kind: 'day'
  readonly day: Day
  /** `HH:MM` or `HH:MM:SS`; null at midnight, which is how a plain date is stored. */
  readonly time: string | null
}

/** A number formatted as a percentage: 0.85 is shown as 85 %. */
export interface PercentCell {
  readonly kind: 'percent'
  readonly fraction: number
}

/** What a formula gave in place of a value: `#N/A`, `#REF!`. */
export interface ErrorCell {
  readonly kind: 'error'
  readonly text: string
}

/** What a cell says: text, number, boolean, day, percentage, error, or nothing. A formula gives its last value. */
export type Cell = null | string | number | boolean | DayCell | PercentCell | ErrorCell

/** A row that has something in it. */
export interface SheetRow {
  /** Its number as the spreadsheet program shows it; in a csv file the number of the record. */
  readonly row: number
  readonly cells: readonly Cell[]
  /** Columns, from 0, that carry the value of a merged cell which begins further left or above. */
  readonly merged: readonly number[]
  readonly isHidden: boolean
}

/** One sheet of a workbook; a csv file is a single one, named after the file. */
export interface SheetName {
  readonly name: string
  readonly isHidden: boolean
  /** How many rows it has at most, for a progress bar; known for the opened sheet only. */
  readonly rows?: number
}

export type SheetFormat = 'xlsx' | 'xls' | 'csv'

/** A table as its reader gives it, in whichever thread that runs. */
export interface Table {
  readonly format: SheetFormat
  readonly sheets: readonly SheetName[]
  /** The name of the sheet that `rows` reads. */
  readonly opened: string
  rows(): AsyncIterable<SheetRow>
}
