import { z } from 'zod'
import { IndicatorCode } from './indicator.ts'
import { PeriodText } from './vintage.ts'

const codes = z.preprocess(
  (given) => (given === undefined || Array.isArray(given) ? given : [given]),
  z.array(IndicatorCode).max(200).optional(),
)

/** The grid of one period: which indicators, whose units. */
export const AskReadings = z.object({
  period: PeriodText,
  /** All that are reported in such periods, when left out. */
  indicators: codes,
  /** Key of a cohort; for a liaison the own unit whatever is asked. */
  cohort: z.string().max(100).optional(),
})
export type AskReadings = z.infer<typeof AskReadings>

export const Reading = z.object({
  indicator: z.string(),
  unit: z.int32(),
  value: z.string().nullable(),
  note: z.string(),
  state: z.enum(['reported', 'verified']),
  reportedBy: z.string(),
  reportedAt: z.iso.datetime(),
  verifiedBy: z.string().nullable(),
  verifiedAt: z.iso.datetime().nullable(),
  /** Why it was sent back; empty when it was not. */
  returnedFor: z.string(),
  returnedBy: z.string().nullable(),
  version: z.int32(),
  /** The actor did not report it and may verify. */
  canVerify: z.boolean(),
})
export type Reading = z.infer<typeof Reading>

export const ReadingGrid = z.object({
  period: z.string(),
  indicators: z.array(
    z.object({ code: z.string(), name: z.string(), measure: z.string(), decimals: z.int() }),
  ),
  units: z.array(z.object({ number: z.int(), key: z.string(), name: z.string(), canReport: z.boolean() })),
  readings: z.array(Reading),
  /** What is published: for this period and for the same one a year before. */
  published: z.array(
    z.object({
      indicator: z.string(),
      unit: z.int32(),
      value: z.string().nullable(),
      yearBefore: z.string().nullable(),
    }),
  ),
})
export type ReadingGrid = z.infer<typeof ReadingGrid>

export const ReadingEntry = z.object({
  indicator: IndicatorCode,
  unit: z.int32().positive(),
  /** A decimal; null: not available; empty: the reading is taken back. */
  value: z.string().max(40).nullable(),
  note: z.string().trim().max(500).default(''),
  /** The version that the person saw; 0 where there was none. */
  version: z.int32().min(0),
  /** The person has seen what is doubtful about it. */
  isConfirmed: z.boolean().default(false),
})
export type ReadingEntry = z.infer<typeof ReadingEntry>

export const ReportReadings = z.object({
  period: PeriodText,
  entries: z.array(ReadingEntry).min(1).max(2000),
})
export type ReportReadings = z.infer<typeof ReportReadings>

export const ReadingDoubt = z.object({
  indicator: z.string(),
  units: z.array(z.int()),
  code: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  sentence: z.string(),
})
export type ReadingDoubt = z.infer<typeof ReadingDoubt>

/** All entries were saved, or none: then the doubts say what has to be confirmed or mended. */
export const ReportOutcome = z.object({
  isSaved: z.boolean(),
  doubts: z.array(ReadingDoubt),
  readings: z.array(Reading),
})
export type ReportOutcome = z.infer<typeof ReportOutcome>

const chosen = z
  .array(z.object({ indicator: IndicatorCode, unit: z.int32().positive(), version: z.int32().min(1) }))
  .min(1)
  .max(5000)
export const VerifyReadings = z.object({ period: PeriodText, readings: chosen })
export type VerifyReadings = z.infer<typeof VerifyReadings>
export const ReturnReadings = VerifyReadings.extend({ reason: z.string().trim().max(500) })
export type ReturnReadings = z.infer<typeof ReturnReadings>
export const ReadingList = z.object({ readings: z.array(Reading) })
export type ReadingList = z.infer<typeof ReadingList>
