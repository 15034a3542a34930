import { periodOfDay } from '../../../../../src/modules/indicators/rules/period/period-series.ts'
import { writePeriod } from '../../../../../src/modules/indicators/rules/period/period-text.ts'
import { shiftPeriod } from '../../../../../src/modules/indicators/rules/period/shift-period.ts'
import { lastDay } from '../../../../../src/modules/indicators/rules/period/span.ts'
import type { PeriodKind } from '../../../../../src/modules/indicators/rules/period/time-period.ts'

/** The newest period of a frequency that is over by a day, the day with it. */
export function newestWholePeriod(day: string, frequency: PeriodKind): string {
  const now = periodOfDay(day, frequency)
  return writePeriod(lastDay(now) <= day ? now : shiftPeriod(now, -1))
}
