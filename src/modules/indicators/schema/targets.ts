import { z } from 'zod'
import { PacePath } from '../rules/pace/pace-path.ts'
import { Decimal, IndicatorCode } from './indicator.ts'
import { UnitRef } from './league.ts'
import { PeriodText } from './vintage.ts'

export const TargetKind = z.enum(['level', 'growth', 'cumulative', 'share-done'])
export type TargetKind = z.infer<typeof TargetKind>

export const TargetHorizon = z.enum(['plan', 'year', 'half', 'quarter', 'month'])
export type TargetHorizon = z.infer<typeof TargetHorizon>

/** What a unit is to reach in a period. */
export const Target = z.object({
  id: z.uuid(),
  indicator: IndicatorCode,
  unit: UnitRef,
  period: PeriodText,
  value: Decimal,
  kind: TargetKind,
  horizon: TargetHorizon,
  path: PacePath,
  /** The document that sets it. */
  document: z.string(),
  version: z.int32(),
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
})
export type Target = z.infer<typeof Target>

export const AskTargets = z.object({
  indicator: IndicatorCode.optional(),
  unit: z.string().max(100).optional(),
  period: PeriodText.optional(),
})
export type AskTargets = z.infer<typeof AskTargets>

export const Targets = z.object({ targets: z.array(Target) })
export type Targets = z.infer<typeof Targets>

/** One target is that of an indicator, a unit, a period, a kind and a horizon. */
export const SetTargets = z.object({
  targets: z
    .array(
      z.object({
        indicator: IndicatorCode,
        /** Key or id of the unit. */
        unit: z.string().min(1).max(100),
        period: PeriodText,
        kind: TargetKind,
        horizon: TargetHorizon,
        /** Null takes the target away. */
        value: Decimal.nullable(),
        path: PacePath.default({ kind: 'linear' }),
        document: z.string().max(200).default(''),
        /** The version that was read; left out for a new one. */
        version: z.int32().positive().optional(),
      }),
    )
    .min(1)
    .max(2000),
})
export type SetTargets = z.infer<typeof SetTargets>

export const AskPaceBoard = z.object({
  /** Without it the year of the day, or the newest period with targets if that year has none. */
  period: PeriodText.optional(),
  horizon: TargetHorizon.optional(),
  indicator: IndicatorCode.optional(),
  unit: z.string().max(100).optional(),
  cohort: z.string().min(1).max(100).default('city-wide'),
  asOf: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
  /** What was due by this day; without it today. */
  on: z.iso.date().optional(),
  bands: z.string().max(100).default('yinchuan-2025'),
})
export type AskPaceBoard = z.infer<typeof AskPaceBoard>

export const PaceCell = z.object({
  indicator: IndicatorCode,
  unit: z.string(),
  kind: TargetKind,
  horizon: TargetHorizon,
  target: z.string(),
  state: z.enum(['measured', 'not-reported', 'unknown']),
  /** Why it is unknown. */
  reason: z.string().nullable(),
  actual: z.string().nullable(),
  /** The last day that the actual value covers. */
  through: z.iso.date().nullable(),
  expected: z.string().nullable(),
  expectedPercent: z.string().nullable(),
  donePercent: z.string().nullable(),
  ofExpectedPercent: z.string().nullable(),
  gapPoints: z.string().nullable(),
  gapAmount: z.string().nullable(),
  band: z.string().nullable(),
  tone: z.string().nullable(),
})
export type PaceCell = z.infer<typeof PaceCell>

export const PaceBoard = z.object({
  period: PeriodText,
  /** The days from which and to which it runs. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** All periods that have targets, the newest first. */
  periods: z.array(PeriodText),
  on: z.iso.date(),
  asOf: z.number().int(),
  bands: z.object({
    key: z.string(),
    name: z.object({ zh: z.string(), en: z.string() }),
    bands: z.array(
      z.object({ key: z.string(), name: z.object({ zh: z.string(), en: z.string() }), tone: z.string() }),
    ),
  }),
  indicators: z.array(
    z.object({ code: IndicatorCode, name: z.string(), nameEn: z.string(), unitOfMeasure: z.string() }),
  ),
  units: z.array(UnitRef),
  cells: z.array(PaceCell),
})
export type PaceBoard = z.infer<typeof PaceBoard>
