import { z } from 'zod'
import type { Claim } from '../rules/claims/claim.ts'
import { readPeriod } from '../rules/period/period-text.ts'
import { lastDay } from '../rules/period/span.ts'
import { ClaimKind } from '../schema/claims.ts'
import type { ClaimChange, StoredClaim } from '../store/claims.ts'

const RankDetail = z.object({
  scope: z.string().nullable(),
  position: z.int().nullable(),
  streakYears: z.int().nullable(),
})
const FirstDetail = z.object({ scope: z.string().nullable() })
const FigureDetail = z.object({
  value: z.string().nullable(),
  unitOfMeasure: z.string().nullable(),
  qualifier: z.string().nullable(),
  change: z.string().nullable(),
  isTarget: z.boolean(),
})

/** What is needed of an accepted, corrected or reopened statement; shortfalls and tasks are none of our matter. */
const AcceptedStatement = z.object({
  statement: z.object({
    id: z.uuid(),
    kind: ClaimKind,
    reportId: z.uuid(),
    unitId: z.uuid().nullable(),
    subject: z.string(),
    period: z.string().nullable(),
    spans: z.array(z.tuple([z.int(), z.int()])),
    quote: z.array(z.string()),
    detail: z.record(z.string(), z.unknown()),
  }),
  report: z.object({
    title: z.string(),
    reportDate: z.string().nullable(),
    period: z.string().nullable().optional(),
  }),
})
export type AcceptedStatement = z.infer<typeof AcceptedStatement>

/** The claim of an event, or undefined when the statement is of another kind. Another shape is a programming error. */
export function acceptedClaimOf(payload: unknown): AcceptedStatement | undefined {
  const { statement } = z.object({ statement: z.object({ kind: z.string() }) }).parse(payload)
  return ClaimKind.safeParse(statement.kind).success ? AcceptedStatement.parse(payload) : undefined
}

/** What a claim says, as it is stored. */
export function contentOf({ statement, report }: AcceptedStatement) {
  return {
    report_id: statement.reportId,
    report_title: report.title,
    report_date: lastDayOf(report.reportDate),
    report_period: report.period ?? null,
    place: statement.spans[0]?.[0] ?? 0,
    kind: statement.kind,
    unit_id: statement.unitId,
    subject: statement.subject,
    period: statement.period,
    detail: JSON.stringify(statement.detail),
    quote: statement.quote,
  } satisfies ClaimChange
}

/** A report of April can speak of all April. */
function lastDayOf(reportDate: string | null): string | null {
  const period = reportDate === null ? undefined : readPeriod(reportDate)
  return period ? lastDay(period) : null
}

/** A stored claim as the rules have it. */
export function claimOf(
  stored: Pick<StoredClaim, 'kind' | 'subject' | 'period' | 'quote' | 'detail'>,
): Claim {
  const { kind, subject, period, quote, detail } = stored
  const base = { subject, period, quote }
  switch (kind) {
    case 'rank':
      return { kind, ...base, ...RankDetail.parse(detail) }
    case 'first':
      return { kind, ...base, ...FirstDetail.parse(detail) }
    case 'figure':
    case 'metric':
      return { kind, ...base, ...FigureDetail.parse(detail) }
  }
}
