import type { Day } from '../../../../kernel/day.ts'

/** What a cell of a date column says, with the rule that read it, so that a preview can tell why. */
export type OfficeDay =
  | { readonly kind: 'day'; readonly day: Day; readonly rule: DayRule; readonly rest?: string }
  /** No day is meant, 长期 or 每月; the words are kept. */
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'error'; readonly reason: DayFault }

export type DayRule =
  | 'date-cell'
  | 'serial'
  | 'full-date'
  | 'compact'
  | 'month'
  | 'month-and-day'
  | 'quarter'
  | 'half-year'
  | 'year'
  | 'this-month'
  | 'festival'
  | 'range'
  | 'several'

export type DayFault =
  | 'no-such-day'
  | 'ambiguous'
  | 'other-calendar'
  | 'moving-festival'
  | 'unreadable'
  | 'error-cell'

export interface DayContext {
  readonly today: Day
  /** The year that the sheet is about, `2024年重点工作台账`; without it the year of `from`, or of today. */
  readonly year?: number | null
  /** The day of issue: a month without a year that is over by then means the next year's. */
  readonly from?: Day | null
  /** Which end of a stretch counts: the last day for a deadline, the first for a beginning. */
  readonly edge: 'first' | 'last'
}
