import type { Day } from './day.ts'

/**
 * A day as a whole number, 1970-01-01 being 0, so that rules over a million items add and compare without parsing
 * dates. Gregorian, by the count of days in 400-year eras that begin on 1 March.
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
  return new Date(number * 86_400_000).toISOString().slice(0, 10)
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
