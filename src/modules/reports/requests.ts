import { z } from 'zod'
import { isDay } from '../../kernel/day.ts'
import {
  FigureDetail,
  FirstDetail,
  PeriodText,
  RankDetail,
  ShortfallDetail,
  Span,
  StatementKind,
  TaskDetail,
} from './schema.ts'

const Subject = z.string().trim().min(1).max(400)

/** A report as a person hands it in: bytes of a file or a pasted text, and the date when it is known. */
export const ReportDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  // A thirteenth month would be stored and then resolve 去年 and 一季度 to periods that cannot be read back.
  .refine((text) => isDay(`${text}-01-01`.slice(0, 10)))
export const PasteReport = z.object({ text: z.string().min(1), reportDate: ReportDate.optional() })
export type PasteReport = z.infer<typeof PasteReport>

export const DecideStatement = z.object({
  version: z.int32(),
  decision: z.enum(['accept', 'reject', 'reopen']),
})
export type DecideStatement = z.infer<typeof DecideStatement>

export const AcceptAbove = z.object({
  minConfidence: z.number().min(0).max(1),
  kinds: z.array(StatementKind).min(1).optional(),
  unitId: z.uuid().optional(),
})
export type AcceptAbove = z.infer<typeof AcceptAbove>

/** What was accepted, and what stays for a person to look at, with the reason. */
export const AcceptedAbove = z.object({
  accepted: z.int(),
  statementIds: z.array(z.uuid()),
  skipped: z.array(z.object({ reason: z.enum(['unit-missing']), count: z.int() })),
})
export type AcceptedAbove = z.infer<typeof AcceptedAbove>

const TaskUnits = z.object({ leadUnitId: z.uuid().nullable(), supportingUnitIds: z.array(z.uuid()).max(50) })

/** Any field of any kind's detail; which ones a statement has is its kind's matter (rule `planCorrection`). */
export const DetailCorrection = z.strictObject({
  ...RankDetail.partial().shape,
  ...FirstDetail.partial().shape,
  ...FigureDetail.partial().shape,
  ...ShortfallDetail.partial().shape,
  ...TaskDetail.partial().shape,
  ...TaskUnits.partial().shape,
})
export type DetailCorrection = z.infer<typeof DetailCorrection>

export const CorrectStatement = z.object({
  version: z.int32(),
  unitId: z.uuid().nullable().optional(),
  subject: Subject.optional(),
  period: PeriodText.nullable().optional(),
  detail: DetailCorrection.optional(),
})
export type CorrectStatement = z.infer<typeof CorrectStatement>

export const SplitStatement = z.object({
  version: z.int32(),
  subjects: z
    .array(z.object({ subject: Subject, span: Span.optional() }))
    .min(2)
    .max(20),
})
export type SplitStatement = z.infer<typeof SplitStatement>

export const AddStatement = z.object({
  kind: StatementKind,
  span: Span,
  unitId: z.uuid().nullable().default(null),
  subject: Subject,
  period: PeriodText.nullable().default(null),
  detail: DetailCorrection.default({}),
})
export type AddStatement = z.infer<typeof AddStatement>
