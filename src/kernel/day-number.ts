import type { Day } from './day.ts'

/**
 * A day as a whole number, 1970-01-01 being 0, so that rules over a million items add and compare without parsing
 * dates. Gregorian, by the count of days in 400-year eras that begin on 1 March. Years 0 to 9999.
 */
export function dayNumber(day: Day): number {
  const month = digits(day, 5)
  const year = yearOf(day) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(day, 8) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The day of a number: the inverse of `dayNumber`. */
export function dayOfNumber(number: number): Day {
  const { year, month, date } = dateOf(number)
  const padded = year > 999 ? String(year) : String(year).padStart(4, '0')
  return `${padded}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`
}

/** Year, month (1–12) and day of the month of a number, without text. */
export function dateOf(number: number): { year: number; month: number; date: number } {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const date = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  return { year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, date }
}

export function yearOf(day: Day): number {
  return digits(day, 0) * 100 + digits(day, 2)
}

/** The month of a day, 1–12. */
export function monthOf(day: Day): number {
  return digits(day, 5)
}

/** The day of its month, 1–31. */
export function dayOfMonth(day: Day): number {
  return digits(day, 8)
}

function digits(day: Day, at: number): number {
  return (day.charCodeAt(at) - 48) * 10 + day.charCodeAt(at + 1) - 48
}
