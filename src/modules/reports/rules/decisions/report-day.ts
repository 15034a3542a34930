import type { Day } from '../../../../kernel/day.ts'
import { isDay } from '../../../../kernel/day.ts'
import { parsePeriod, periodEnd } from '../../../../kernel/period.ts'

/** The day as of which a report's names are resolved: its own day, or the last one of its month, quarter or year. */
export function reportDay(reportDate: string | null): Day | null {
  if (reportDate === null || isDay(reportDate)) return reportDate
  const period = parsePeriod(reportDate)
  return period ? periodEnd(period) : null
}
