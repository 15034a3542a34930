import type { Context } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { CITY_ZONE } from '../../city-zone.ts'
import { stageDueAt } from '../../rules/cycle/stage-dates.ts'
import { speechSeconds } from '../../rules/day/speech-seconds.ts'
import type { ReviewOfReview, ReviewsOfReviews } from '../../schema/over-time.ts'
import { type ReviewCounts, selectReviewCounts } from '../../store/follow/review-counts.ts'
import { type StoredSpeech, selectSpeeches } from '../../store/follow/speeches.ts'

/**
 * How each review was run: who spoke and how long, what the book held, what was corrected, whether the memo went out in
 * time. Lines and corrections are counted over the units that the actor sees. Two queries.
 */
export async function reviewsOfReviews(ctx: Context): Promise<ReviewsOfReviews> {
  authorize(ctx, 'reviews.read')
  return ctx.transaction(async (tx) => {
    const counts = await selectReviewCounts(tx)
    const speeches = Map.groupBy(await selectSpeeches(tx), ({ reviewId }) => reviewId)
    const now = ctx.clock.now()
    return { reviews: counts.map((one) => presentOne(one, speeches.get(one.id) ?? [], now)) }
  })
}

function presentOne(counts: ReviewCounts, speeches: readonly StoredSpeech[], now: Date): ReviewOfReview {
  const { id, heldAt, sentAt, stale, ...rest } = counts
  const dueAt = stageDueAt('committed', { heldAt, nextHeldAt: null, timeZone: CITY_ZONE })!
  return {
    reviewId: id,
    ...rest,
    staleAtFreeze: stale,
    secondsUsed: speechSeconds(speeches, now),
    memo: {
      dueAt: dueAt.toISOString(),
      sentAt: sentAt?.toISOString() ?? null,
      isOnTime: sentAt === null ? (now < dueAt ? null : false) : sentAt < dueAt,
    },
  }
}
