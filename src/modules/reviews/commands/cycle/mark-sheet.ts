import type { Context } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { requireCollecting } from '../../queries/cycle/require-review.ts'
import { getSheet, requireSpeaker } from '../../queries/cycle/sheets.ts'
import type { MarkSheet, Sheet } from '../../schema.ts'
import { markSpeaker } from '../../store/cycle/agenda.ts'

/**
 * Marks a sheet as done, or as not done after all: for the office to see what is left before the freeze.
 * @throws `reviews.no-such-review`, `reviews.is-frozen`, `reviews.not-a-speaker`
 */
export async function markSheet(
  ctx: Context,
  { reviewId, unitId }: { reviewId: string; unitId: string },
  { isDone }: MarkSheet,
): Promise<Sheet> {
  authorize(ctx, 'reviews.prepare', [unitId])
  await ctx.transaction(async (tx) => {
    const review = await requireCollecting(tx, reviewId)
    await requireSpeaker(tx, { review, unitId })
    await markSpeaker(tx, { reviewId, unitId }, isDone ? { at: ctx.clock.now(), by: ctx.actor.name } : null)
    await journal(tx, ctx, {
      action: isDone ? 'reviews.sheet-done' : 'reviews.sheet-not-done',
      subject: { type: 'review', id: reviewId },
      detail: { unitId },
    })
  })
  return getSheet(ctx, reviewId, unitId)
}
