import { z } from 'zod'

const share = z.object({ numerator: z.int(), denominator: z.int() })

export const Fate = z.enum([
  'too-early',
  'resolved',
  'improving',
  'unchanged',
  'came-back',
  'followed',
  'forgotten',
])
export type Fate = z.infer<typeof Fate>

/** A shortfall and what became of it by the next review. */
export const FollowedShortfall = z.object({
  kind: z.enum(['statement', 'line']),
  id: z.uuid(),
  unitId: z.uuid(),
  text: z.string(),
  period: z.string().nullable(),
  href: z.string(),
  matterId: z.uuid().nullable(),
  fate: Fate,
  resolvedOn: z.iso.date().nullable(),
  items: z.int(),
})
export type FollowedShortfall = z.infer<typeof FollowedShortfall>

/** A unit at one review: what the report printed of it, what the book said, and its items due in that quarter. */
export const UnitQuarter = z.object({
  review: z.string(),
  period: z.string().nullable(),
  at: z.string(),
  /** Ranks, firsts and figures that the report tells. */
  printed: z.object({ strengths: z.int(), shortfalls: z.int() }).nullable(),
  book: z.object({ strengths: z.int(), shortfalls: z.int(), followUps: z.int() }).nullable(),
  ranks: z.array(
    z.object({ subject: z.string(), position: z.int().nullable(), statementId: z.uuid(), href: z.string() }),
  ),
  /** Items led and due in the quarter, and how many were closed in time; null without a quarter or without items. */
  onTime: share.nullable(),
})
export type UnitQuarter = z.infer<typeof UnitQuarter>

export const AskOverTime = z.strictObject({ unitId: z.uuid().optional() })
export type AskOverTime = z.infer<typeof AskOverTime>

export const OverTime = z.object({
  asOf: z.iso.date(),
  /** Each unit against itself, the latest review last. */
  units: z.array(z.object({ unitId: z.uuid(), quarters: z.array(UnitQuarter) })),
  /** By review, the latest last: shortfalls with what became of them by the next one. */
  reviews: z.array(
    z.object({
      review: z.string(),
      period: z.string().nullable(),
      at: z.string(),
      /** Null: there is no next review yet. */
      next: z.object({ review: z.string(), at: z.string() }).nullable(),
      resolved: share,
      fates: z.record(Fate, z.int()),
      shortfalls: z.array(FollowedShortfall),
    }),
  ),
  /** Of all shortfalls with a next review: resolved by it. */
  resolved: share,
  /** Shortfalls with no item, no progress and no word of them until the next review, the most forgetful unit first. */
  forgotten: z.array(z.object({ unitId: z.uuid(), ...share.shape, shortfallIds: z.array(z.uuid()) })),
  /** Null: who asks does not see what was written down on the day. */
  commitments: z
    .object({
      /** Days from taken to closed, a decimal; null while none is closed. */
      medianDays: z.string().nullable(),
      closed: z.int(),
      open: z.int(),
      withdrawn: z.int(),
      list: z.array(
        z.object({
          noteId: z.uuid(),
          reviewId: z.uuid(),
          text: z.string(),
          leadUnitId: z.uuid().nullable(),
          itemId: z.uuid(),
          itemNumber: z.string(),
          takenOn: z.iso.date(),
          closedOn: z.iso.date().nullable(),
          days: z.int().nullable(),
        }),
      ),
    })
    .nullable(),
})
export type OverTime = z.infer<typeof OverTime>

/** How one review was run. */
export const ReviewOfReview = z.object({
  reviewId: z.uuid(),
  period: z.string(),
  title: z.string(),
  stage: z.string(),
  speakers: z.int(),
  lines: z.int(),
  corrections: z.int(),
  /** Lines whose sources said something else when the book was frozen; null: not frozen yet. */
  staleAtFreeze: z.int().nullable(),
  minutesAllowed: z.int(),
  secondsUsed: z.int(),
  /** The commitments memo: due two days after the meeting. */
  memo: z.object({
    dueAt: z.iso.datetime(),
    sentAt: z.iso.datetime().nullable(),
    /** Null: not due yet and not sent. */
    isOnTime: z.boolean().nullable(),
  }),
})
export type ReviewOfReview = z.infer<typeof ReviewOfReview>

export const ReviewsOfReviews = z.object({ reviews: z.array(ReviewOfReview) })
export type ReviewsOfReviews = z.infer<typeof ReviewsOfReviews>
