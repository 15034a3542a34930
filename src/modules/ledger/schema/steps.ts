import { z } from 'zod'
import { NoticeColour } from './item.ts'

const words = (max: number) => z.string().trim().max(max)

/** Body of every step: the version that the person saw; a later one is a conflict that says what changed. */
export const Step = z.object({ version: z.int32().optional() })
export type Step = z.infer<typeof Step>

/** A step that says why. */
export const ReasonedStep = Step.extend({ reason: words(500).min(2) })
export type ReasonedStep = z.infer<typeof ReasonedStep>

/** Dispatch: sets what was not set before; a deadline already set is changed by correcting, with a reason. */
export const DispatchItem = Step.extend({
  /** Each supporting unit's own task and day; the item's deadline when left out. */
  duties: z
    .array(
      z.object({
        unitId: z.uuid(),
        task: words(500).default(''),
        dueOn: z.iso.date().nullable().default(null),
      }),
    )
    .max(51)
    .default([]),
  note: words(500).default(''),
})
export type DispatchItem = z.infer<typeof DispatchItem>

/** Many at once: each is dispatched or says why not; nothing stops the others (`skipped`). */
export const BulkDispatch = z.object({
  ids: z.array(z.uuid()).min(1).max(1000),
  note: words(500).default(''),
})
export type BulkDispatch = z.infer<typeof BulkDispatch>
export const BulkPress = z.object({ ids: z.array(z.uuid()).min(1).max(1000), text: words(500).min(2) })
export type BulkPress = z.infer<typeof BulkPress>
export const BulkResult = z.object({
  done: z.array(z.uuid()),
  skipped: z.array(
    z.object({ id: z.uuid(), number: z.string().nullable(), code: z.string(), sentence: z.string() }),
  ),
})
export type BulkResult = z.infer<typeof BulkResult>

export const ReportProgress = Step.extend({
  /** Left out for items with parts: theirs count. */
  progress: z.number().min(0).max(100).multipleOf(0.01).optional(),
  done: words(4000).min(2),
  next: words(2000).default(''),
  problems: words(2000).default(''),
  support: words(2000).default(''),
  /** Evidence uploaded before, to go with this report. */
  evidenceIds: z.array(z.uuid()).max(50).default([]),
})
export type ReportProgress = z.infer<typeof ReportProgress>

export const ReportCompletion = ReportProgress.omit({ progress: true, next: true }).extend({
  /** The value of the closing criterion's indicator. */
  value: z
    .string()
    .regex(/^-?\d{1,15}(\.\d{1,6})?$/)
    .optional(),
})
export type ReportCompletion = z.infer<typeof ReportCompletion>

/** A supporting unit tells that its part is done. */
export const FinishDuty = z.object({
  done: words(2000).min(2),
  evidenceIds: z.array(z.uuid()).max(50).default([]),
})
export type FinishDuty = z.infer<typeof FinishDuty>

/** The office releases a supporting unit from its part. */
export const WaiveDuty = z.object({ reason: words(500).min(2) })
export type WaiveDuty = z.infer<typeof WaiveDuty>

export const VerificationMethod = z.enum(['material', 'on-site', 'unannounced', 'third-party'])
export type VerificationMethod = z.infer<typeof VerificationMethod>

/** Verification passed: the item is closed. */
export const CloseItem = Step.extend({
  method: VerificationMethod,
  thirdParty: words(100).default(''),
  findings: words(2000).min(2),
  /** Look again after so many natural days (回头看); null: no. */
  recheckAfterDays: z.int().min(1).max(1000).nullable().default(null),
})
export type CloseItem = z.infer<typeof CloseItem>

/** Verification failed: the item goes back for rework (退回重办). */
export const ReturnItem = Step.extend({
  method: VerificationMethod.default('material'),
  thirdParty: words(100).default(''),
  reason: words(2000).min(2),
})
export type ReturnItem = z.infer<typeof ReturnItem>

/** Looking again (回头看): passed leaves the item closed, failed opens a new round with a new deadline. */
export const RecheckItem = Step.extend({
  method: VerificationMethod,
  thirdParty: words(100).default(''),
  findings: words(2000).min(2),
  result: z.enum(['passed', 'failed']),
  /** Of the new round when it failed. */
  dueOn: z.iso.date().optional(),
  recheckAfterDays: z.int().min(1).max(1000).nullable().default(null),
})
export type RecheckItem = z.infer<typeof RecheckItem>

export const ReopenItem = ReasonedStep.extend({
  dueOn: z.iso.date(),
  /** How much of the work stands: nothing, unless the office says so. Of items with parts theirs counts. */
  progress: z.number().min(0).max(99).multipleOf(0.01).default(0),
})
export type ReopenItem = z.infer<typeof ReopenItem>

export const AskExtension = Step.extend({ toDue: z.iso.date(), reason: words(1000).min(2) })
export type AskExtension = z.infer<typeof AskExtension>

export const DecideExtension = z.object({
  decision: z.enum(['approve', 'refuse']),
  note: words(1000).default(''),
})
export type DecideExtension = z.infer<typeof DecideExtension>

/** Pressing (催办), a supervision letter (督办函) or a coloured notice (三色单). */
export const PressItem = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('press'),
    text: words(1000).min(2),
    answerBy: z.iso.date().nullable().default(null),
  }),
  z.object({
    kind: z.literal('letter'),
    text: words(4000).min(2),
    answerBy: z.iso.date().nullable().default(null),
  }),
  z.object({
    kind: z.literal('notice'),
    colour: NoticeColour,
    text: words(4000).min(2),
    answerBy: z.iso.date().nullable().default(null),
  }),
])
export type PressItem = z.infer<typeof PressItem>

export const AddLink = z.object({
  url: z.url({ protocol: /^https?$/ }).max(2000),
  note: words(500).default(''),
})
export type AddLink = z.infer<typeof AddLink>
