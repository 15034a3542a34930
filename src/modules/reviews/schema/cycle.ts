import { z } from 'zod'
import { titleText } from '../../../platform/names/index.ts'

export const STAGES = ['collecting', 'frozen', 'held', 'committed', 'follow-up', 'closed'] as const

/** Where a review stands; each stage follows the one before it, and none goes back. */
export const Stage = z.enum(STAGES)
export type Stage = z.infer<typeof Stage>

const ReviewPeriod = z.string().regex(/^\d{4}Q[1-4]$/)
const Title = titleText({ max: 200 })
const Minutes = z.int().min(1).max(240)

/** When a stage is due and when it began. */
export const StageMark = z.object({
  stage: Stage,
  /** Null: nothing says when; `closed` is due when the next review is held. */
  dueAt: z.iso.datetime().nullable(),
  enteredAt: z.iso.datetime().nullable(),
  enteredBy: z.string().nullable(),
  /** Entered after it was due, or due and not entered yet. */
  isLate: z.boolean(),
})
export type StageMark = z.infer<typeof StageMark>

/** A message of the catalogue with what it is filled with, told in the reader's language. */
export const Reason = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  sentence: z.string(),
})
export type Reason = z.infer<typeof Reason>

/** One quarter's meeting. */
export const Review = z.object({
  id: z.uuid(),
  period: ReviewPeriod,
  title: z.string(),
  heldAt: z.iso.datetime(),
  stage: Stage,
  /** What is drafted knows nothing of later days. */
  cutOn: z.iso.date(),
  speakerMinutes: Minutes,
  /** The report that was published of it. */
  reportId: z.uuid().nullable(),
  speakers: z.int(),
  /** Number and hash of its book once it is frozen. */
  book: z.object({ number: z.int(), contentHash: z.string() }).nullable(),
  version: z.int32(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
})
export type Review = z.infer<typeof Review>

export const Speaker = z.object({
  unitId: z.uuid(),
  position: z.int(),
  minutes: Minutes,
  /** Empty for who may not read of the unit. */
  why: z.array(Reason),
})
export type Speaker = z.infer<typeof Speaker>

export const AgendaPoint = z.object({
  position: z.int(),
  kind: z.enum(['speech', 'other']),
  title: z.string(),
  unitId: z.uuid().nullable(),
  minutes: Minutes,
})
export type AgendaPoint = z.infer<typeof AgendaPoint>

/** Whether the review may go on to a stage now; a refusal says what stands against it. */
export const StageOffer = z.object({
  to: Stage,
  isAllowed: z.boolean(),
  refusals: z.array(z.object({ code: z.string(), sentence: z.string() })),
})
export type StageOffer = z.infer<typeof StageOffer>

export const ReviewDetail = Review.extend({
  /** All six, in their order. */
  stages: z.array(StageMark),
  /** The next stage; null when it is closed, and for who may not take it. */
  next: StageOffer.nullable(),
  agenda: z.array(AgendaPoint),
  speakingOrder: z.array(Speaker),
})
export type ReviewDetail = z.infer<typeof ReviewDetail>

/** A review in the list, with when each stage is due and when it began. */
export const ListedReview = Review.extend({ stages: z.array(StageMark) })
export type ListedReview = z.infer<typeof ListedReview>

export const Reviews = z.object({ reviews: z.array(ListedReview) })
export type Reviews = z.infer<typeof Reviews>

export const OpenReview = z.strictObject({
  period: ReviewPeriod,
  title: Title,
  heldAt: z.iso.datetime({ offset: true }),
  /** Left out: the day of the meeting, less the 48 hours for which the book lies before it. */
  cutOn: z.iso.date().optional(),
  speakerMinutes: Minutes.default(10),
})
export type OpenReview = z.infer<typeof OpenReview>

export const ChangeReview = z.strictObject({
  version: z.int32().positive(),
  title: Title.optional(),
  heldAt: z.iso.datetime({ offset: true }).optional(),
  cutOn: z.iso.date().optional(),
  speakerMinutes: Minutes.optional(),
})
export type ChangeReview = z.infer<typeof ChangeReview>

export const AskProposal = z.object({
  /** A cohort's key or name. */
  cohort: z.string().min(1).max(100).default('city-wide'),
  /** So many speakers; left out: as the settings say. */
  count: z.coerce.number().int().min(1).max(60).optional(),
})
export type AskProposal = z.infer<typeof AskProposal>

/** Who might speak, the longest not reviewed first. */
export const Proposal = z.object({
  cohort: z.string(),
  count: z.int(),
  /** Where the count comes from. */
  countSource: z.string(),
  candidates: z.array(
    z.object({
      unitId: z.uuid(),
      isProposed: z.boolean(),
      /** The reviews in which it was commented on, latest first. */
      reviewedIn: z.array(z.string()),
      why: z.array(Reason),
    }),
  ),
})
export type Proposal = z.infer<typeof Proposal>

const Speech = z.strictObject({
  kind: z.literal('speech'),
  unitId: z.uuid(),
  /** Left out: the unit's name. */
  title: Title.optional(),
  minutes: Minutes.optional(),
})
const OtherPoint = z.strictObject({ kind: z.literal('other'), title: Title, minutes: Minutes })

export const SetAgenda = z.strictObject({
  version: z.int32().positive(),
  points: z.array(z.discriminatedUnion('kind', [Speech, OtherPoint])).max(100),
})
export type SetAgenda = z.infer<typeof SetAgenda>

export const EnterStage = z.strictObject({
  to: Stage,
  version: z.int32().positive(),
  /** To `frozen`: lines whose sources say something else today are frozen as they stand. */
  withStale: z.boolean().default(false),
})
export type EnterStage = z.infer<typeof EnterStage>
