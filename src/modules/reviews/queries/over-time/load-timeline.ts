import type { Context, Tx } from '../../../../kernel/context.ts'
import { dayOf } from '../../../../kernel/day.ts'
import { readRecord } from '../../../reports/index.ts'
import { CITY_ZONE } from '../../city-zone.ts'
import { meetingOrder } from '../../rules/meeting-order.ts'
import { type Meeting, meetingsInTime } from '../../rules/over-time/review-line.ts'
import { selectReviews } from '../../store/cycle/reviews.ts'

/**
 * The city's reviews in time: those held, and the reports that tell a shortfall of any unit. What units have in common is
 * everybody's: the next review is the next one also for who sees one unit. The whole record, where it was read already.
 */
export async function loadTimeline(
  ctx: Context,
  tx: Tx,
  record?: Awaited<ReturnType<typeof readRecord>>,
): Promise<Meeting[]> {
  const { statements, reports } = record ?? (await readRecord(ctx, tx))
  const tells = new Set(statements.flatMap(({ kind, reportId }) => (kind === 'shortfall' ? [reportId] : [])))
  const reported = [...reports.values()]
    .filter(({ id }) => tells.has(id))
    .map((report) => ({
      review: report.period ?? report.id,
      period: report.period,
      at: meetingOrder(report),
    }))
  const held = (await selectReviews(tx)).filter(({ stage }) => stage !== 'collecting' && stage !== 'frozen')
  const cycles = held.map(({ period, held_at }) => ({
    review: period,
    period,
    at: dayOf(held_at, CITY_ZONE),
  }))
  return meetingsInTime(cycles, reported)
}
