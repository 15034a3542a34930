import { daysInMonth } from '../../../../kernel/day.ts'
import { dateOf, dayNumber } from '../../../../kernel/day-number.ts'
import { cumulativeTo } from './cumulative-to.ts'
import { firstDayOfWeek, weekOfDay, weeksInYear } from './iso-week.ts'
import { firstDay, monthsOf } from './span.ts'
import type { PeriodKind, TimePeriod } from './time-period.ts'

const IN_YEAR = { year: 1, half: 2, quarter: 4, month: 12 } as const

/**
 * The period so many steps later in a series of the frequency, earlier when negative. A cumulative series goes on month
 * by month and begins anew each year: after 2023 comes January 2024, then 1—2月.
 */
export function shiftPeriod(
  period: TimePeriod,
  steps: number,
  frequency: PeriodKind = period.kind,
): TimePeriod {
  const { year, index } = period
  if (frequency === 'cumulative') {
    const month = year * 12 + (monthsOf(period)?.to ?? 1) - 1 + steps
    return cumulativeTo(Math.floor(month / 12), (month % 12) + 1)
  }
  if (frequency === 'week') {
    const moved = weekOfDay(firstDayOfWeek(year, index) + steps * 7)
    return { kind: 'week', year: moved.year, index: moved.week }
  }
  if (frequency === 'day') {
    const moved = dateOf(dayNumber(firstDay(period)) + steps)
    return { kind: 'day', year: moved.year, index: moved.month * 100 + moved.date }
  }
  const count = IN_YEAR[frequency]
  const at = year * count + index - 1 + steps
  return { kind: frequency, year: Math.floor(at / count), index: (at % count) + 1 }
}

/** The same stretch of an earlier year (上年同期); undefined for 29 February and week 53 where that year has none. */
export function samePeriodEarlier(period: TimePeriod, years = 1): TimePeriod | undefined {
  const earlier = { ...period, year: period.year - years }
  if (period.kind === 'week' && period.index > weeksInYear(earlier.year)) return undefined
  if (period.kind === 'day' && period.index % 100 > daysInMonth(earlier.year, Math.floor(period.index / 100)))
    return undefined
  return earlier
}
