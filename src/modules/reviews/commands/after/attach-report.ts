import type { Context } from '../../../../kernel/context.ts'
import { conflict, notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { readReportRecord } from '../../../reports/index.ts'
import { presentAttached } from '../../queries/after/attached-report.ts'
import { requireVersion } from '../../queries/cycle/require-review.ts'
import type { AttachedReport, AttachReport } from '../../schema/after.ts'
import { updateReport } from '../../store/follow/attached-report.ts'

/**
 * Says which report was published of a review that was held; null takes it back. Decisions on its sentences stay with them.
 * @throws `reviews.no-such-review`, `reviews.review-changed`, `reviews.not-held-yet`, `reviews.no-such-report`
 */
export async function attachReport(
  ctx: Context,
  reviewId: string,
  { version, reportId }: AttachReport,
): Promise<AttachedReport> {
  authorize(ctx, 'reviews.hold')
  return ctx.transaction(async (tx) => {
    const review = await requireVersion(tx, { id: reviewId, version })
    if (review.stage === 'collecting' || review.stage === 'frozen') {
      throw conflict('reviews.not-held-yet', { period: review.period })
    }
    const record = reportId === null ? undefined : await readReportRecord(ctx, tx, reportId)
    if (reportId !== null && !record) throw notFound('reviews.no-such-report', { id: reportId })
    if (review.report_id === reportId) return presentAttached(review, record)
    await updateReport(tx, review, { reportId, at: ctx.clock.now(), by: ctx.actor.name })
    await journal(tx, ctx, {
      action: `reviews.report-${reportId === null ? 'detached' : 'attached'}`,
      subject: { type: 'review', id: reviewId },
      detail: { reportId, before: review.report_id },
    })
    return presentAttached({ id: reviewId, version: version + 1 }, record)
  })
}
