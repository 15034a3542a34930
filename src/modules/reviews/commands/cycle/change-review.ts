import type { Context } from '../../../../kernel/context.ts'
import { conflict } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { getCycle } from '../../queries/cycle/cycles.ts'
import { refuseFrozen, requireVersion } from '../../queries/cycle/require-review.ts'
import type { ChangeReview, ReviewDetail } from '../../schema.ts'
import { updateReview } from '../../store/cycle/reviews.ts'

/**
 * Changes what a review is called, when it is held and what its sheets may know. Once frozen only the time may move, until the
 * meeting is held: the book says what it said.
 * @throws `reviews.no-such-review`, `reviews.review-changed`, `reviews.is-frozen`, `reviews.was-held`
 */
export async function changeReview(ctx: Context, id: string, input: ChangeReview): Promise<ReviewDetail> {
  authorize(ctx, 'reviews.prepare')
  const { version, title, heldAt, cutOn, speakerMinutes } = input
  await ctx.transaction(async (tx) => {
    const review = await requireVersion(tx, { id, version })
    if (title !== undefined || cutOn !== undefined || speakerMinutes !== undefined) refuseFrozen(review)
    const { stage, period } = review
    if (stage !== 'collecting' && stage !== 'frozen') throw conflict('reviews.was-held', { period })
    await updateReview(tx, review, {
      ...(title !== undefined && { title }),
      ...(heldAt !== undefined && { held_at: new Date(heldAt) }),
      ...(cutOn !== undefined && { cut_on: cutOn }),
      ...(speakerMinutes !== undefined && { speaker_minutes: speakerMinutes }),
      changed_at: ctx.clock.now(),
      changed_by: ctx.actor.name,
    })
    const { version: _, ...changes } = input
    await journal(tx, ctx, {
      action: 'reviews.review-changed',
      subject: { type: 'review', id },
      detail: { period, changes },
    })
  })
  return getCycle(ctx, id)
}
