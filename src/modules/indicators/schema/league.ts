import { z } from 'zod'
import { MissingRule, TieRule } from '../rules/league/rank-rules.ts'
import { Indicator } from './indicator.ts'
import { Ratio } from './ratio.ts'
import { PeriodText } from './vintage.ts'

/** What is compared: the value, its growth on the same period last year, or what was reached of the period's target. */
export const Measured = z.enum(['level', 'growth', 'done'])
export type Measured = z.infer<typeof Measured>

export const AskTable = z.object({
  period: PeriodText,
  /** A cohort's key or name; without it the one that the definition names, or the whole city. */
  cohort: z.string().min(1).max(100).optional(),
  /** As of this vintage; without it the newest. */
  asOf: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
  measure: Measured.default('level'),
  ties: TieRule.exclude(['second-indicator']).default('standard'),
  missing: MissingRule.default('apart'),
  /** What a place is compared with: the period before, or the same one of the year before. */
  against: z.enum(['previous', 'last-year']).default('previous'),
  /** Counted as a streak: among the first so many. */
  first: z.coerce.number().int().min(1).max(100).default(1),
})
export type AskTable = z.infer<typeof AskTable>

export const UnitRef = z.object({
  key: z.string(),
  name: z.string(),
  /** In the register; null for one outside it. */
  unitId: z.uuid().nullable(),
})
export type UnitRef = z.infer<typeof UnitRef>

const Margin = z.object({ amount: z.string(), units: z.array(z.string()) }).nullable()

export const StreakShown = z.object({
  length: z.number().int(),
  since: PeriodText.nullable(),
  /** Periods in which the place was shared. */
  shared: z.number().int(),
  /** False: at least so long, what was before is not known. */
  isExact: z.boolean(),
})
export type StreakShown = z.infer<typeof StreakShown>

export const LeagueRow = UnitRef.extend({
  rank: z.number(),
  sharedBy: z.number().int(),
  value: z.string().nullable(),
  /** The value of the period that is compared with. */
  formerValue: z.string().nullable(),
  formerRank: z.number().nullable(),
  /** Places upward; null for one that was not ranked then. */
  places: z.number().nullable(),
  toNextBetter: Margin,
  toNextWorse: Margin,
  toFirst: z.string().nullable(),
  /** Null: not among the first. */
  streak: StreakShown.nullable(),
  note: z.string().nullable(),
  /** Of a quotient (`ratio` of the table says of what): what is divided, and by what. */
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
})
export type LeagueRow = z.infer<typeof LeagueRow>

export const ApartRow = UnitRef.extend({
  reason: z.string(),
  value: z.string().nullable(),
  note: z.string().nullable(),
  mergedInto: z.string().nullable(),
})
export type ApartRow = z.infer<typeof ApartRow>

export const CohortRef = z.object({ key: z.string(), name: z.string(), nameEn: z.string() })
export type CohortRef = z.infer<typeof CohortRef>

export const LeagueTable = z.object({
  indicator: Indicator,
  period: PeriodText,
  cohort: CohortRef,
  measure: Measured,
  /** The unit of measure of `value`. */
  unitOfMeasure: z.string(),
  /** Everything as of this vintage; 0 before the first. */
  asOf: z.number().int(),
  /** The newest vintage that gave a value of this table; null for an empty one. */
  vintage: z.number().int().nullable(),
  formerPeriod: PeriodText.nullable(),
  /** Both tables rank the same units. */
  isSameField: z.boolean().nullable(),
  first: z.number().int(),
  /** What the values are quotients of: the two sides of a formula, two years of growth, what was reached and its target. */
  ratio: Ratio.nullable(),
  /**
   * The cohort as a whole, as the indicator declares: a sum, a mean, or a ratio of sums; null where it declares none of these,
   * and its value null as soon as a member's is missing. Only of the value itself.
   */
  whole: z
    .object({
      how: z.enum(['sum', 'mean', 'ratio']),
      value: z.string().nullable(),
      numerator: z.string().nullable(),
      denominator: z.string().nullable(),
      of: z.number().int(),
      missing: z.number().int(),
    })
    .nullable(),
  rows: z.array(LeagueRow),
  apart: z.array(ApartRow),
  /** Ranked in the former period and not now. */
  left: z.array(UnitRef.extend({ from: z.number(), reason: z.string().nullable() })),
  leftOut: z.array(UnitRef),
  /** Days from which the definition counts otherwise, up to the period. */
  breaks: z.array(z.iso.date()),
})
export type LeagueTable = z.infer<typeof LeagueTable>
