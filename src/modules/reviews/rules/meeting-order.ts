import { parsePeriod, periodEnd } from '../../../kernel/period.ts'

/**
 * A key that sorts reports by when their meetings were: the report's date, else the end of the period it reviews,
 * else the day it was received.
 */
export function meetingOrder(report: {
  reportDate: string | null
  period: string | null
  receivedAt: string
}): string {
  if (report.reportDate !== null) return report.reportDate
  const period = report.period === null ? undefined : parsePeriod(report.period)
  return period ? periodEnd(period) : report.receivedAt.slice(0, 10)
}
