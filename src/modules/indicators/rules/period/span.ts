import type { Day } from '../../../../kernel/day.ts'
import { daysInMonth } from '../../../../kernel/day.ts'
import { dayNumber, dayOfNumber } from '../../../../kernel/day-number.ts'
import { firstDayOfWeek } from './iso-week.ts'
import type { TimePeriod } from './time-period.ts'

/** The months of a year that a period covers; none for weeks and days. */
export function monthsOf({ kind, index }: TimePeriod): { from: number; to: number } | undefined {
  switch (kind) {
    case 'year':
      return { from: 1, to: 12 }
    case 'half':
      return { from: index * 6 - 5, to: index * 6 }
    case 'quarter':
      return { from: index * 3 - 2, to: index * 3 }
    case 'month':
      return { from: index, to: index }
    case 'cumulative':
      return { from: 1, to: index }
    default:
      return undefined
  }
}

export function firstDay(period: TimePeriod): Day {
  const months = monthsOf(period)
  if (months) return dayOf(period.year, months.from, 1)
  if (period.kind === 'week') return dayOfNumber(firstDayOfWeek(period.year, period.index))
  return dayOf(period.year, Math.floor(period.index / 100), period.index % 100)
}

export function lastDay(period: TimePeriod): Day {
  const months = monthsOf(period)
  if (months) return dayOf(period.year, months.to, daysInMonth(period.year, months.to))
  if (period.kind === 'week') return dayOfNumber(firstDayOfWeek(period.year, period.index) + 6)
  return firstDay(period)
}

/** Negative when `a` ends earlier; of two that end on one day the shorter comes first. */
export function comparePeriods(a: TimePeriod, b: TimePeriod): number {
  const ends = dayNumber(lastDay(a)) - dayNumber(lastDay(b))
  return ends === 0 ? dayNumber(firstDay(b)) - dayNumber(firstDay(a)) : ends
}

function dayOf(year: number, month: number, date: number): Day {
  return `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`
}
