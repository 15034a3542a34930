import { z } from 'zod'
import { CLAIM_MEASURES } from '../rules/claims/claim.ts'
import { Decimal, IndicatorCode } from './indicator.ts'
import { UnitRef } from './league.ts'
import { PeriodText } from './vintage.ts'

export const ClaimKind = z.enum(['rank', 'first', 'figure', 'metric'])
export type ClaimKind = z.infer<typeof ClaimKind>

export const ClaimMeasure = z.enum(CLAIM_MEASURES)
export type ClaimMeasure = z.infer<typeof ClaimMeasure>

export const ClaimVerdict = z.enum(['confirmed', 'contradicted', 'unknown'])
export type ClaimVerdict = z.infer<typeof ClaimVerdict>

/** No indicator, one that stands out by its name, or one that a person has confirmed. */
export const MatchState = z.enum(['none', 'suggested', 'confirmed'])
export type MatchState = z.infer<typeof MatchState>

/** Wider circles than the city, of which only a printed position tells. */
export const ExternalScope = z.enum(['world', 'national', 'provincial', 'regional'])
export type ExternalScope = z.infer<typeof ExternalScope>

const Scope = z.string().min(1).max(100)

const Numbers = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.number()).readonly()]),
)

const Judged = z.object({
  verdict: ClaimVerdict,
  /** The deciding one first. */
  reasons: z.array(z.string()).readonly(),
  /** A year of a streak, or a figure, each. */
  numbers: z.array(Numbers).readonly(),
})

/** What decides, as it was when the claim was checked. */
export const ClaimEvidence = Judged.extend({
  /** How the vintage of the report's day and the newest one differ. */
  since: z.string(),
  /** The vintage that is asked first; null when nothing had been published by the report's day, nor was it checked before. */
  ofDay: z.int().nullable(),
  /** That of the report's day; or that of the first check, where nothing was published by then or the check was earlier. */
  ofDayFrom: z.enum(['report', 'first-check']).nullable(),
  now: z.int(),
  /** What the newest vintage says where it says something else. */
  newest: Judged.extend({ vintage: z.int() }).nullable(),
  /** The claim's own period first, then the former years of a streak. */
  periods: z.array(z.string()).readonly(),
  /** Whether the sentence named the period, or the report's was taken, or the newest that is published. */
  periodFrom: z.enum(['claim', 'report', 'newest-published', 'match']).nullable(),
  /** The match that it was checked by. */
  indicator: IndicatorCode.nullable(),
  measure: ClaimMeasure.nullable(),
  scope: Scope.nullable(),
  /** Only suggested so far: what the verdict would be if the match is right. */
  ifMatchIsRight: z.object({ verdict: ClaimVerdict, reasons: z.array(z.string()).readonly() }).nullable(),
  /** Names of the units whose numbers stand in the evidence. */
  units: z.record(z.string(), z.string()),
})
export type ClaimEvidence = z.infer<typeof ClaimEvidence>

/** A rank or figure that was accepted from a report, what it is matched to, and whether the numbers bear it out. */
export const Claim = z.object({
  /** The statement's. */
  id: z.uuid(),
  reportId: z.uuid(),
  reportTitle: z.string(),
  reportDate: z.iso.date().nullable(),
  kind: ClaimKind,
  unit: UnitRef.nullable(),
  subject: z.string(),
  period: z.string().nullable(),
  quote: z.array(z.string()),
  /** As the reports' statement has it. */
  detail: z.record(z.string(), z.unknown()),
  match: z.object({
    state: MatchState,
    indicator: IndicatorCode.nullable(),
    name: z.string().nullable(),
    unitOfMeasure: z.string().nullable(),
    measure: ClaimMeasure.nullable(),
    /** A cohort's key or an external scope. */
    scope: Scope.nullable(),
    scopeName: z.string().nullable(),
    isExternal: z.boolean(),
    period: PeriodText.nullable(),
    by: z.string().nullable(),
    at: z.iso.datetime().nullable(),
  }),
  verdict: ClaimVerdict.nullable(),
  reason: z.string().nullable(),
  /** The reason in the reader's language. */
  reasonText: z.string().nullable(),
  evidence: ClaimEvidence.nullable(),
  vintage: z.int().nullable(),
  checkedAt: z.iso.datetime().nullable(),
  checkedBy: z.string().nullable(),
  /** Values were published since it was checked. */
  isOutdated: z.boolean(),
  version: z.int32(),
})
export type Claim = z.infer<typeof Claim>

/** An indicator that a claim may mean, and why. */
export const ClaimSuggestion = z.object({
  indicator: IndicatorCode,
  name: z.string(),
  unitOfMeasure: z.string(),
  measure: ClaimMeasure,
  perMille: z.int(),
  because: z.array(z.object({ code: z.string(), name: z.string().optional() })).readonly(),
})

export const ClaimDetail = Claim.extend({ suggestions: z.array(ClaimSuggestion) })
export type ClaimDetail = z.infer<typeof ClaimDetail>

export const ListClaims = z.object({
  report: z.uuid().optional(),
  /** Key or id of the unit. */
  unit: z.string().max(100).optional(),
  kind: ClaimKind.optional(),
  verdict: z.enum([...ClaimVerdict.options, 'unchecked']).optional(),
  match: MatchState.optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListClaims = z.infer<typeof ListClaims>

export const ClaimPage = z.object({
  claims: z.array(Claim),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
})
export type ClaimPage = z.infer<typeof ClaimPage>

/** A person says what a claim means; without an indicator the match is cleared. */
export const MatchClaim = z.strictObject({
  version: z.int32().positive(),
  indicator: IndicatorCode.nullable(),
  measure: ClaimMeasure.default('level'),
  /** A cohort's key or name, or an external scope; left out: what the sentence says. */
  scope: Scope.nullable().default(null),
  /** Left out: the period of the sentence, or of its report. */
  period: PeriodText.nullable().default(null),
})
export type MatchClaim = z.infer<typeof MatchClaim>

/** All claims of a report, or only those named. */
export const CheckClaims = z.strictObject({
  report: z.uuid(),
  claims: z.array(z.uuid()).min(1).max(1000).optional(),
})
export type CheckClaims = z.infer<typeof CheckClaims>

const Share = z.object({ count: z.int(), of: z.int() })

export const ReportClaims = z.object({
  reportId: z.uuid(),
  title: z.string(),
  date: z.iso.date().nullable(),
  /** Each of all claims of the report. */
  confirmed: Share,
  contradicted: Share,
  unknown: Share,
  unchecked: Share,
  /** With a match that a person confirmed. */
  matched: Share,
})
export type ReportClaims = z.infer<typeof ReportClaims>

export const ReportsWithClaims = z.object({ reports: z.array(ReportClaims) })
export type ReportsWithClaims = z.infer<typeof ReportsWithClaims>

/** The page of a report: how its claims stand, line by line. */
export const ClaimSheet = ReportClaims.extend({
  /** The newest vintage now. */
  vintage: z.int(),
  lines: z.array(Claim),
})
export type ClaimSheet = z.infer<typeof ClaimSheet>

/** A rank that somebody outside printed (全国第三), with its source. */
export const ExternalPosition = z.object({
  id: z.uuid(),
  indicator: IndicatorCode,
  unit: UnitRef,
  scope: ExternalScope,
  period: PeriodText,
  /** Null: this withdraws what was put down before. */
  position: z.int().nullable(),
  of: z.int().nullable(),
  value: Decimal.nullable(),
  source: z.string(),
  withdrawnBecause: z.string(),
  /** Of each indicator, unit, scope and period only the newest counts. */
  isSuperseded: z.boolean(),
  recordedAt: z.iso.datetime(),
  recordedBy: z.string(),
})
export type ExternalPosition = z.infer<typeof ExternalPosition>

export const AddExternalPosition = z.strictObject({
  indicator: IndicatorCode,
  unit: z.string().min(1).max(100),
  scope: ExternalScope,
  period: PeriodText,
  position: z.int().min(1).max(1_000_000),
  of: z.int().min(1).max(1_000_000).nullable().default(null),
  value: Decimal.nullable().default(null),
  source: z.string().trim().min(1).max(500),
})
export type AddExternalPosition = z.infer<typeof AddExternalPosition>

export const AskExternalPositions = z.object({
  indicator: IndicatorCode.optional(),
  unit: z.string().max(100).optional(),
  /** With what was superseded and withdrawn, in the order in which it was put down, the newest first. */
  history: z.stringbool().default(false),
})
export type AskExternalPositions = z.infer<typeof AskExternalPositions>

export const WithdrawExternalPosition = z.strictObject({ reason: z.string().trim().min(1).max(500) })
export type WithdrawExternalPosition = z.infer<typeof WithdrawExternalPosition>

export const ExternalPositions = z.object({ positions: z.array(ExternalPosition) })
export type ExternalPositions = z.infer<typeof ExternalPositions>
