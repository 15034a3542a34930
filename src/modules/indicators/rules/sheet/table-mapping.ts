import type { ValueSigns } from './read-value.ts'

/** What a column is beside its indicator's level. */
export const ASPECTS = [
  'level',
  'growth-year',
  'growth-period',
  'rank',
  'share',
  'contribution',
  'pull',
  'done',
  'target',
  'former',
] as const
export type Aspect = (typeof ASPECTS)[number]

/** What a column holds. Whatever a value column does not say itself comes from its row or from the whole table. */
export type TableColumn =
  | { readonly role: 'ignored' | 'unit' | 'period' | 'year' | 'month' | 'indicator' | 'measure' | 'note' }
  | ValueColumn

export interface ValueColumn {
  readonly role: 'value'
  /** The indicator as the heading names it, or null when the row or the table says. */
  readonly indicator: string | null
  readonly aspect: Aspect
  /** As the API writes a period. */
  readonly period: string | null
  readonly unit: string | null
  readonly measure: string | null
}

export const LAYOUTS = [
  'long',
  'units-by-periods',
  'units-by-indicators',
  'units-by-indicators-and-periods',
  'periods-by-units',
  'periods-by-indicators',
  'periods-by-indicators-and-units',
  'indicators-by-periods',
  'indicators-by-units',
  'indicators-by-units-and-periods',
  'other',
] as const
export type Layout = (typeof LAYOUTS)[number]

/** How a table is read: proposed by the program, corrected by a person, remembered for the next one of its kind. */
export interface TableMapping {
  readonly layout: Layout
  /** Rows as the spreadsheet counts them; everything up to the last heading row is no data. */
  readonly firstHeadingRow: number
  readonly lastHeadingRow: number
  readonly columns: readonly TableColumn[]
  /** What the lines above the table say of all of it. */
  readonly table: {
    readonly indicator: string | null
    readonly measure: string | null
    readonly period: string | null
    readonly unit: string | null
  }
  readonly signs: ValueSigns
  /** 合计, 全市: the value of the whole, or passed over. */
  readonly totals: 'aggregate' | 'skip'
  /** Names as the table prints them → code of an indicator; null: not imported. A name is `人均可支配收入|growth-year` where it has an aspect. */
  readonly indicatorNames: Readonly<Record<string, string | null>>
  /** Names as the table prints them → number of a measured unit; null: passed over. */
  readonly unitNames: Readonly<Record<string, number | null>>
}

export const PLAIN_SIGNS: ValueSigns = {
  triangleIsNegative: false,
  parenthesesAreNegative: false,
  ellipsisIsZero: false,
  dashIsZero: false,
}

/** The key of `indicatorNames`. */
export const indicatorKey = (name: string, aspect: Aspect) =>
  aspect === 'level' ? name : `${name}|${aspect}`
