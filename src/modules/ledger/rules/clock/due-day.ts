import { addDays, type Day, daysInMonth } from '../../../../kernel/day.ts'
import { dayOfMonth, monthOf, yearOf } from '../../../../kernel/day-number.ts'
import { addWorkingDays, type WorkingCalendar } from '../../../../kernel/working-calendar.ts'
import type { Limit } from './limit.ts'

/** When something arrived, in the city's time: `time` is `HH:MM`, seconds are not looked at. */
export interface Receipt {
  readonly day: Day
  readonly time: string
}

/**
 * The last day of a limit. A limit in months ends on the day of the same date, or on the month's last day where there
 * is none (Civil Code, article 202). The last day is not moved when it is a day off: the sources name no such rule.
 * @throws invalid `kernel.calendar-year-missing` when working days are asked for in a year without data
 */
export function dueDay(limit: Limit, receivedAt: Receipt, calendar: WorkingCalendar): Day {
  const received = countedReceipt(limit, receivedAt, calendar)
  const zero = limit.dayZero === 'next-day' ? received : addDays(received, -1)
  switch (limit.unit) {
    case 'natural':
      return addDays(zero, limit.count)
    case 'working':
      return addWorkingDays(calendar, zero, limit.count)
    case 'month':
      return addMonths(received, limit)
  }
}

/** The day on which a receipt counts as received. */
function countedReceipt({ cutoff }: Limit, { day, time }: Receipt, calendar: WorkingCalendar): Day {
  if (cutoff === null) return day
  const isInTime = time.slice(0, 5) <= cutoff && calendar.isWorkingDay(day)
  return isInTime ? day : addWorkingDays(calendar, day, 1)
}

function addMonths(day: Day, { count, dayZero }: Limit): Day {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + count
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  const end = (date: number) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  const length = daysInMonth(year, month)
  if (dayOfMonth(day) > length) return end(length)
  const sameDate = end(dayOfMonth(day))
  return dayZero === 'next-day' ? sameDate : addDays(sameDate, -1)
}
