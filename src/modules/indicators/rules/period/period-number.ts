import { daysInMonth } from '../../../../kernel/day.ts'
import { dayNumber } from '../../../../kernel/day-number.ts'
import { weekOfDay } from './iso-week.ts'
import { lastDay } from './span.ts'
import { PERIOD_KINDS, type PeriodKind, type TimePeriod } from './time-period.ts'

const KIND = 100_000_000

/** Kind × 100,000,000 + the last day as yyyymmdd: what the store keeps; in the order of time within one kind. */
export function periodNumber(period: TimePeriod): number {
  const day = lastDay(period)
  const date = Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8))
  return (PERIOD_KINDS.indexOf(period.kind) + 1) * KIND + date
}

/** The period of a number; undefined when no period has it. */
export function periodOfNumber(number: number): TimePeriod | undefined {
  const kind = PERIOD_KINDS[Math.floor(number / KIND) - 1]
  const year = Math.floor(number / 10_000) % 10_000
  const month = Math.floor(number / 100) % 100
  const date = number % 100
  if (!kind || year < 1000 || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month))
    return undefined
  const period = ending(kind, { year, month, date })
  return period && periodNumber(period) === number ? period : undefined
}

function ending(
  kind: PeriodKind,
  { year, month, date }: { year: number; month: number; date: number },
): TimePeriod | undefined {
  switch (kind) {
    case 'year':
      return { kind, year, index: 1 }
    case 'half':
      return month % 6 === 0 ? { kind, year, index: month / 6 } : undefined
    case 'quarter':
      return month % 3 === 0 ? { kind, year, index: month / 3 } : undefined
    case 'month':
      return { kind, year, index: month }
    case 'cumulative':
      return month > 1 && month < 12 ? { kind, year, index: month } : undefined
    case 'week': {
      const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
      const week = weekOfDay(dayNumber(text))
      return { kind, year: week.year, index: week.week }
    }
    case 'day':
      return { kind, year, index: month * 100 + date }
  }
}
