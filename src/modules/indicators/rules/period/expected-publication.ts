import type { Day } from '../../../../kernel/day.ts'
import { addDays } from '../../../../kernel/day.ts'
import { periodOfDay } from './period-series.ts'
import { shiftPeriod } from './shift-period.ts'
import { lastDay } from './span.ts'
import type { PeriodKind, TimePeriod } from './time-period.ts'

/** The day on which a period's values are due to be published: its last day and the indicator's lag. */
export function expectedOn(period: TimePeriod, lagDays: number): Day {
  return addDays(lastDay(period), lagDays)
}

/** The newest period of a series whose values are due to be published on a day. */
export function newestExpected(
  frequency: PeriodKind,
  { asOf, lagDays }: { asOf: Day; lagDays: number },
): TimePeriod {
  const ended = addDays(asOf, -lagDays)
  const period = periodOfDay(ended, frequency)
  return lastDay(period) <= ended ? period : shiftPeriod(period, -1, frequency)
}
