import { z } from 'zod'

export const STATEMENT_KINDS = ['rank', 'first', 'figure', 'shortfall', 'task', 'metric'] as const
export const StatementKind = z.enum(STATEMENT_KINDS)
export type StatementKind = z.infer<typeof StatementKind>

export const ARTICLE_KINDS = [
  'quarterly-review',
  'executive-meeting',
  'agreement',
  'campaign',
  'coordination',
  'consultation',
  'signing',
  'work-report',
  'inspection-notice',
  'other',
] as const
export const ArticleKind = z.enum(ARTICLE_KINDS)
export type ArticleKind = z.infer<typeof ArticleKind>

/** `[start, end)` in UTF-16 code units of the text as received. */
export const Span = z.tuple([z.int32().min(0), z.int32().min(0)])
export type Span = z.infer<typeof Span>

export const PeriodText = z.string().regex(/^\d{4}(-\d{2}(\/\d{4}-\d{2})?|Q[1-4])?$/)

/** What each kind of statement says beyond unit, subject and period. */
export const RankDetail = z.object({
  scope: z.string().nullable(),
  position: z.int32().nullable(),
  streakYears: z.int32().nullable(),
})
export const FirstDetail = z.object({ scope: z.string().nullable() })
export const FigureDetail = z.object({
  /** A decimal numeral with 万 and 亿 multiplied out, `250000000000`; null for 百亿级. */
  value: z.string().nullable(),
  unitOfMeasure: z.string().nullable(),
  qualifier: z.string().nullable(),
  /** Signed growth as printed, `+7.38%`. */
  change: z.string().nullable(),
  isTarget: z.boolean(),
})
export const ShortfallDetail = z.object({})
export const TaskDetail = z.object({
  /** Who told it, as printed; null for 会议指出. */
  speaker: z.string().nullable(),
  /** Who must act, as printed. */
  responsible: z.array(z.string()),
  lead: z.string().nullable(),
  supporting: z.array(z.string()),
  deadline: z.iso.date().nullable(),
  theme: z.string().nullable(),
})
export type RankDetail = z.infer<typeof RankDetail>
export type FirstDetail = z.infer<typeof FirstDetail>
export type FigureDetail = z.infer<typeof FigureDetail>
export type TaskDetail = z.infer<typeof TaskDetail>

export const StatementStatus = z.enum(['proposed', 'accepted', 'rejected'])
export type StatementStatus = z.infer<typeof StatementStatus>

const statementBase = z.object({
  id: z.uuid(),
  reportId: z.uuid(),
  status: StatementStatus,
  /** The unit as printed, null where the text names none. */
  unitName: z.string().nullable(),
  unitId: z.uuid().nullable(),
  subject: z.string(),
  period: PeriodText.nullable(),
  spans: z.array(Span).min(1),
  /** The slices of the text as received, one for each span. */
  quote: z.array(z.string()),
  confidence: z.number().min(0).max(1),
  /** Which rule found it, `rank.list-shares-position`; `by-hand` for one added by a person. */
  rule: z.string(),
  articleIndex: z.int(),
  decidedBy: z.string().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  version: z.int32(),
})

/** One thing that a report says, tied to its sentence. */
export const Statement = z.discriminatedUnion('kind', [
  statementBase.extend({ kind: z.literal('rank'), detail: RankDetail }),
  statementBase.extend({ kind: z.literal('first'), detail: FirstDetail }),
  statementBase.extend({ kind: z.literal('figure'), detail: FigureDetail }),
  statementBase.extend({ kind: z.literal('shortfall'), detail: ShortfallDetail }),
  statementBase.extend({
    kind: z.literal('task'),
    detail: TaskDetail.extend({ leadUnitId: z.uuid().nullable(), supportingUnitIds: z.array(z.uuid()) }),
  }),
  statementBase.extend({ kind: z.literal('metric'), detail: FigureDetail }),
])
export type Statement = z.infer<typeof Statement>

export const ReportArticle = z.object({
  index: z.int(),
  title: z.string().nullable(),
  otherHeadlines: z.array(z.string()),
  kind: ArticleKind,
  /** First and last offset of its body in the text as received. */
  span: Span,
  meeting: z
    .object({
      name: z.string(),
      period: PeriodText.nullable(),
      chair: z.string().nullable(),
      speakingUnits: z.array(z.object({ name: z.string(), unitId: z.uuid().nullable() })),
    })
    .nullable(),
})
export type ReportArticle = z.infer<typeof ReportArticle>

export const ReportSummary = z.object({
  id: z.uuid(),
  title: z.string(),
  fileName: z.string().nullable(),
  format: z.enum(['txt', 'html', 'docx', 'doc', 'pdf', 'xlsx', 'xls', 'pasted', 'digest']),
  /** The day or month that relative words were resolved against, `2024-01`. */
  reportDate: z.string().nullable(),
  reportDateFrom: z.enum(['given', 'text', 'file-name', 'inferred', 'unknown']),
  period: PeriodText.nullable(),
  receivedAt: z.iso.datetime(),
  receivedBy: z.string(),
  /** Where a digest comes from: newspaper and month. */
  source: z.string().nullable(),
  counts: z.object({ proposed: z.int(), accepted: z.int(), rejected: z.int() }),
})
export type ReportSummary = z.infer<typeof ReportSummary>

export const Report = ReportSummary.extend({
  /** SHA-256 of the bytes as received, hex. */
  contentHash: z.string(),
  encoding: z.string().nullable(),
  /** The text as received: spans point into it. */
  text: z.string(),
  /** SHA-256 of that text in UTF-8, hex. */
  textHash: z.string(),
  articles: z.array(ReportArticle),
  warnings: z.array(z.object({ code: z.string(), detail: z.record(z.string(), z.unknown()) })),
})
export type Report = z.infer<typeof Report>
