import { dateOf, dayNumber } from '../../../../kernel/day-number.ts'
import { firstDay, lastDay, monthsOf } from './span.ts'
import type { PeriodKind, TimePeriod } from './time-period.ts'

const MONTHS_IN = { year: 12, half: 6, quarter: 3, month: 1 } as const

/**
 * The periods of a finer kind that make up a period exactly, in their order, or undefined when they do not: weeks make no
 * month, quarters no 1—11月. A period is made up of itself.
 */
export function partsOfPeriod(period: TimePeriod, kind: PeriodKind): TimePeriod[] | undefined {
  if (kind === period.kind) return [period]
  if (kind === 'day') return daysOf(period)
  const months = monthsOf(period)
  if (!months || kind === 'week' || kind === 'cumulative') return undefined
  const size = MONTHS_IN[kind]
  if ((months.from - 1) % size !== 0 || months.to % size !== 0) return undefined
  const parts: TimePeriod[] = []
  for (let month = months.from; month <= months.to; month += size)
    parts.push({ kind, year: period.year, index: (month - 1) / size + 1 })
  return parts
}

function daysOf(period: TimePeriod): TimePeriod[] {
  const days: TimePeriod[] = []
  const last = dayNumber(lastDay(period))
  for (let at = dayNumber(firstDay(period)); at <= last; at++) {
    const { year, month, date } = dateOf(at)
    days.push({ kind: 'day', year, index: month * 100 + date })
  }
  return days
}
