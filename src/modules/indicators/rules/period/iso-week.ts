import { dayNumber, dayOfNumber, yearOf } from '../../../../kernel/day-number.ts'

/** The number of the Monday of an ISO week: week 1 is that of 4 January (GB/T 7408, ISO 8601). */
export function firstDayOfWeek(year: number, week: number): number {
  const fourth = dayNumber(`${year}-01-04`)
  return fourth - weekday(fourth) + (week - 1) * 7
}

/** 52 or 53. */
export function weeksInYear(year: number): number {
  return (firstDayOfWeek(year + 1, 1) - firstDayOfWeek(year, 1)) / 7
}

/** The ISO week of a day: its year is that of the week's Thursday. */
export function weekOfDay(number: number): { year: number; week: number } {
  const year = yearOf(dayOfNumber(number - weekday(number) + 3))
  return { year, week: Math.floor((number - firstDayOfWeek(year, 1)) / 7) + 1 }
}

/** Monday is 0. */
function weekday(number: number): number {
  return (((number + 3) % 7) + 7) % 7
}
