import { z } from 'zod'
import { IndicatorCode } from './indicator.ts'
import { CohortRef, StreakShown, UnitRef } from './league.ts'
import { RatioOfUnit } from './ratio.ts'
import { PeriodText } from './vintage.ts'

export const AskUnitPage = z.object({
  cohort: z.string().min(1).max(100).default('city-wide'),
  asOf: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
  /** Without it the newest period of each indicator. */
  period: PeriodText.optional(),
  tag: z.string().max(40).optional(),
  /** So many earlier values are drawn beside the newest. */
  points: z.coerce.number().int().min(1).max(61).default(13),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
})
export type AskUnitPage = z.infer<typeof AskUnitPage>

/** Where a unit stands in one indicator. */
export const UnitStanding = z.object({
  code: IndicatorCode,
  name: z.string(),
  nameEn: z.string(),
  unitOfMeasure: z.string(),
  decimals: z.number().int(),
  direction: z.string(),
  period: PeriodText.nullable(),
  value: z.string().nullable(),
  /** Null: apart, for the reason. */
  rank: z.number().int().nullable(),
  sharedBy: z.number().int(),
  of: z.number().int(),
  reason: z.string().nullable(),
  /** Places upward since the period before; null when it was not ranked in both. */
  places: z.number().int().nullable(),
  /** On the same period last year, in per cent. */
  growth: z.string().nullable(),
  /** Less the value of the same period last year, in the unit of measure: of percentages this is what is said. */
  change: z.string().nullable(),
  /** Of a quotient: what is divided, and by what. */
  ratio: RatioOfUnit.nullable(),
  /** The values of the last periods, the newest last. */
  points: z.array(z.string().nullable()),
})
export type UnitStanding = z.infer<typeof UnitStanding>

export const UnitPage = z.object({
  unit: UnitRef,
  cohort: CohortRef,
  asOf: z.number().int(),
  standings: z.array(UnitStanding),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
})
export type UnitPage = z.infer<typeof UnitPage>

/** Where a unit stands first, and since when. */
export const UnitFirsts = z.object({
  asOf: z.number().int(),
  firsts: z.array(
    z.object({
      code: IndicatorCode,
      name: z.string(),
      nameEn: z.string(),
      period: PeriodText,
      of: z.number().int(),
      sharedBy: z.number().int(),
      streak: StreakShown,
    }),
  ),
})
export type UnitFirsts = z.infer<typeof UnitFirsts>

export const AskComparison = AskUnitPage.extend({
  /** Two keys, parted by a comma. */
  units: z
    .string()
    .regex(/^[^,]+,[^,]+$/)
    .max(300),
})
export type AskComparison = z.infer<typeof AskComparison>

export const Comparison = z.object({
  units: z.tuple([UnitRef, UnitRef]),
  cohort: CohortRef,
  asOf: z.number().int(),
  rows: z.array(
    z.object({
      first: UnitStanding,
      second: UnitStanding,
      /** The first one's value less the second one's; null when one of them is missing. */
      difference: z.string().nullable(),
      /** By the indicator's direction. */
      better: z.enum(['first', 'second', 'equal']).nullable(),
    }),
  ),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
})
export type Comparison = z.infer<typeof Comparison>
