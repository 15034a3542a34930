import type { Day } from '../../../../kernel/day.ts'
import { dateOf, dayNumber } from '../../../../kernel/day-number.ts'
import { cumulativeTo } from './cumulative-to.ts'
import { weekOfDay } from './iso-week.ts'
import { shiftPeriod } from './shift-period.ts'
import { comparePeriods } from './span.ts'
import type { PeriodKind, TimePeriod } from './time-period.ts'

/** The period of a frequency in which a day falls; for a cumulative series the window up to the day's month. */
export function periodOfDay(day: Day, frequency: PeriodKind): TimePeriod {
  const number = dayNumber(day)
  const { year, month, date } = dateOf(number)
  switch (frequency) {
    case 'year':
      return { kind: 'year', year, index: 1 }
    case 'half':
      return { kind: 'half', year, index: Math.ceil(month / 6) }
    case 'quarter':
      return { kind: 'quarter', year, index: Math.ceil(month / 3) }
    case 'month':
      return { kind: 'month', year, index: month }
    case 'cumulative':
      return cumulativeTo(year, month)
    case 'week': {
      const week = weekOfDay(number)
      return { kind: 'week', year: week.year, index: week.week }
    }
    case 'day':
      return { kind: 'day', year, index: month * 100 + date }
  }
}

/** Whether a period belongs to a series of the frequency: a cumulative one ends with the year and begins with January. */
export function fitsFrequency({ kind, index }: TimePeriod, frequency: PeriodKind): boolean {
  if (frequency !== 'cumulative') return kind === frequency
  return kind === 'cumulative' || kind === 'year' || (kind === 'month' && index === 1)
}

/** All periods of a series from one to another, both included; both must fit the frequency. */
export function periodsBetween(from: TimePeriod, to: TimePeriod, frequency: PeriodKind): TimePeriod[] {
  const periods: TimePeriod[] = []
  for (let at = from; comparePeriods(at, to) <= 0; at = shiftPeriod(at, 1, frequency)) periods.push(at)
  return periods
}

/** The last period of a year in a series of the frequency: December, the fourth quarter, the whole year … */
export function lastPeriodOfYear(year: number, frequency: PeriodKind): TimePeriod {
  if (frequency !== 'week') return periodOfDay(`${year}-12-31`, frequency)
  // 28 December is in the last week of its ISO year, whatever the year.
  return periodOfDay(`${year}-12-28`, 'week')
}
