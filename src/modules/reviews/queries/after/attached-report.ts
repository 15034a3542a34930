import type { Context, Tx } from '../../../../kernel/context.ts'
import { readReportRecord } from '../../../reports/index.ts'
import type { AttachedReport } from '../../schema/after.ts'
import type { StoredReview } from '../../store/cycle/reviews.ts'

export type ReportRecord = NonNullable<Awaited<ReturnType<typeof readReportRecord>>>

/** The published report of a review with its accepted statements; undefined while there is none. */
export async function findAttachedRecord(
  ctx: Context,
  tx: Tx,
  { report_id }: StoredReview,
): Promise<ReportRecord | undefined> {
  return report_id === null ? undefined : readReportRecord(ctx, tx, report_id)
}

export function presentAttached(
  { id, version }: Pick<StoredReview, 'id' | 'version'>,
  record: ReportRecord | undefined,
): AttachedReport {
  if (!record) return { reviewId: id, version, report: null }
  const { report } = record
  return {
    reviewId: id,
    version,
    report: {
      id: report.id,
      title: report.title,
      period: report.period,
      reportDate: report.reportDate,
      undecided: report.counts.proposed,
    },
  }
}
