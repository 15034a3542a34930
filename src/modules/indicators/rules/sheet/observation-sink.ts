import type { Aspect } from './table-mapping.ts'

/** Where a value stands: the row as the spreadsheet counts it, the column from 0. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

export interface SheetProblem {
  readonly row: number
  readonly column: number | null
  readonly value: string
  /** A key of the catalogue: `indicators.sheet-unit-unknown`. */
  readonly code: string
  readonly details: Readonly<Record<string, string | number>>
}

/** What a row that was read gives. Called once for each value, so without an object for each. */
export interface ObservationSink {
  /** A value, or null where the table says that there is none. */
  observation(
    indicator: number,
    period: number,
    unit: number,
    value: string | null,
    row: number,
    column: number,
  ): void
  /** What is compared and not stored: 同比 beside its level, a total whose unit is nobody's. */
  aside(
    what: Aspect | 'total',
    at: {
      readonly indicator: number
      readonly period: number
      readonly unit: number | null
      readonly value: string
    } & CellPlace,
  ): void
  mark(at: {
    readonly indicator: number
    readonly period: number
    readonly unit: number
    readonly mark: string
  }): void
  problem(problem: SheetProblem): void
}

/** What names are resolved with. All answers are asked for once for each name and period. */
export interface ReaderLookups {
  /** Number of a measured unit of that name in the period; why there is none. */
  readonly unit: (name: string, period: number) => number | 'unknown' | 'ambiguous' | 'not-valid-then'
  /** What 合计 and 全市 stand for, where no unit has that name. */
  readonly aggregate: number | null
  /** By code, or by name as the table prints it. */
  readonly indicator: (
    name: string,
    aspect: Aspect,
  ) => { readonly number: number; readonly measure: string } | undefined
  /** The number of a period in the API's form. */
  readonly period: (text: string) => number | undefined
  /** Values of one measure are those of the other × 10^power; undefined when they do not compare. */
  readonly power: (from: string, to: string) => number | undefined
  /**
   * The period under which the indicator keeps a value that is printed for this one: 一季度 of a cumulative one is 1—3月. Or
   * why it takes none: it is computed, or counted by another frequency.
   */
  readonly place: (indicator: number, period: number) => number | ValueRefusal
}

export interface ValueRefusal {
  readonly code: 'indicators.sheet-computed' | 'indicators.sheet-frequency'
  readonly details: Readonly<Record<string, string>>
}
