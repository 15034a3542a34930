import { cumulativeTo } from '../../../../../src/modules/indicators/rules/period/cumulative-to.ts'
import { periodOfDay } from '../../../../../src/modules/indicators/rules/period/period-series.ts'
import { writePeriod } from '../../../../../src/modules/indicators/rules/period/period-text.ts'
import { shiftPeriod } from '../../../../../src/modules/indicators/rules/period/shift-period.ts'

/** The periods that ended last, seen from a day, the shortest first: month, from January, quarter, half, year. */
export function quickPeriods(day: string): string[] {
  const month = shiftPeriod(periodOfDay(day, 'month'), -1)
  const ended = (['quarter', 'half', 'year'] as const).map((kind) => shiftPeriod(periodOfDay(day, kind), -1))
  const periods = [month, cumulativeTo(month.year, month.index), ...ended].map(writePeriod)
  return [...new Set(periods)]
}
