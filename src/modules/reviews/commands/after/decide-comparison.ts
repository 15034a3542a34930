import type { Context } from '../../../../kernel/context.ts'
import { invalid, notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { findAttachedRecord } from '../../queries/after/attached-report.ts'
import { isAboutUnit, readComparison } from '../../queries/after/comparison.ts'
import { requireReview } from '../../queries/cycle/require-review.ts'
import type { Comparison, DecideComparison } from '../../schema/after.ts'
import { upsertComparison } from '../../store/follow/comparison.ts'
import { selectPrintedLines } from '../../store/follow/lines.ts'

/**
 * Confirms or rejects that a line of the book was printed as a sentence of the report. A later decision takes the place of an
 * earlier one; the journal keeps both.
 * @throws `reviews.no-such-review`, `reviews.not-in-book`, `reviews.not-in-report`, `reviews.not-of-one-unit`
 */
export async function decideComparison(
  ctx: Context,
  reviewId: string,
  { lineId, statementId, verdict }: DecideComparison,
): Promise<Comparison> {
  authorize(ctx, 'reviews.decide')
  return ctx.transaction(async (tx) => {
    const review = await requireReview(tx, reviewId)
    const line = (await selectPrintedLines(tx, { reviewId })).find(
      ({ id, included }) => id === lineId && included,
    )
    if (!line) throw notFound('reviews.not-in-book', { lineId })
    const record = await findAttachedRecord(ctx, tx, review)
    const statement = record?.statements.filter(isAboutUnit).find(({ id }) => id === statementId)
    if (!statement) throw notFound('reviews.not-in-report', { statementId })
    const { unitId } = line
    if (statement.unitId !== unitId) throw invalid('reviews.not-of-one-unit')
    authorize(ctx, 'reviews.decide', [unitId])
    await upsertComparison(tx, ctx.tenantId, {
      reviewId,
      lineId,
      statementId,
      unitId,
      verdict,
      decidedAt: ctx.clock.now(),
      decidedBy: ctx.actor.name,
    })
    await journal(tx, ctx, {
      action: `reviews.comparison-${verdict}`,
      subject: { type: 'review', id: reviewId },
      detail: { lineId, statementId, unitId },
    })
    return readComparison(ctx, tx, reviewId)
  })
}
