import type { Day } from './day.ts'
import { dayNumber, dayOfNumber, yearOf } from './day-number.ts'
import { invalid } from './errors.ts'
import { makeWorkingYear, type WorkingYear } from './working-calendar-year.ts'

/** Which days are worked. A question about a year without data is refused, never guessed. */
export interface WorkingCalendar {
  /** @throws invalid `kernel.calendar-year-missing` */
  isWorkingDay(day: Day): boolean
  knows(year: number): boolean
  /** The counts of one year. @throws invalid `kernel.calendar-year-missing` */
  year(year: number): WorkingYear
}

/** The country's days that are not simply a week's (`packs/calendar/china.json`); days as `MM-DD`. */
export interface NationalCalendar {
  /** Days that every year has off, by which a year completed by hand is checked. */
  readonly fixedDaysOff: readonly string[]
  readonly years: Readonly<Record<string, NationalYear>>
}

interface NationalYear {
  /** Holiday → its days off, weekends among them. */
  readonly daysOff: Readonly<Record<string, readonly string[]>>
  /** Saturdays and Sundays that are worked in exchange. */
  readonly makeUpDays: readonly string[]
}

/** A day that the city treats otherwise than the country does, and why. */
export interface CalendarOverride {
  readonly day: Day
  readonly isWorkingDay: boolean
  readonly reason: string
}

export interface CalendarSources {
  readonly national: NationalCalendar
  readonly overrides?: readonly CalendarOverride[]
  /** Years without national data for which somebody states that `overrides` names every day off and make-up day. */
  readonly completedYears?: readonly number[]
}

/**
 * The calendar of a city: weekends, the country's holidays and make-up days, and above them the local days.
 * One local day does not make a year known: that takes `completedYears`.
 * @throws invalid `kernel.calendar-year-incomplete` when a completed year works on a day that is always off
 */
export function makeCalendar({
  national,
  overrides = [],
  completedYears = [],
}: CalendarSources): WorkingCalendar {
  const years = new Map<number, WorkingYear>()
  const exceptions = (year: number, upper: readonly CalendarOverride[]) => {
    const { daysOff = {}, makeUpDays = [] } = national.years[year] ?? {}
    return new Map([
      ...Object.values(daysOff).flatMap((days) => days.map((day) => [`${year}-${day}`, false] as const)),
      ...makeUpDays.map((day) => [`${year}-${day}`, true] as const),
      ...upper.map((override) => [override.day, override.isWorkingDay] as const),
    ])
  }
  const byYear = Map.groupBy(overrides, (override) => yearOf(override.day))
  for (const year of new Set([...Object.keys(national.years).map(Number), ...completedYears])) {
    years.set(year, makeWorkingYear(year, exceptions(year, byYear.get(year) ?? [])))
  }
  const year = (number: number) => {
    const found = years.get(number)
    if (!found) throw invalid('kernel.calendar-year-missing', { year: number })
    return found
  }
  for (const number of completedYears) {
    if (national.years[number]) continue
    const { first, through } = year(number)
    const worked = national.fixedDaysOff
      .map((day) => `${number}-${day}`)
      .filter((day) => {
        const at = dayNumber(day) - first
        return through[at] !== (through[at - 1] ?? 0)
      })
    if (worked.length > 0) throw invalid('kernel.calendar-year-incomplete', { year: number, days: worked })
  }
  return {
    year,
    knows: (number) => years.has(number),
    isWorkingDay: (day) => {
      const { first, through } = year(yearOf(day))
      const at = dayNumber(day) - first
      return through[at] !== (through[at - 1] ?? 0)
    },
  }
}

/**
 * The n-th working day after the day (before it, when n is negative), the day itself not counted; n = 0 is the day.
 * O(years crossed).
 * @throws invalid `kernel.calendar-year-missing` when the count enters a year without data
 */
export function addWorkingDays(calendar: WorkingCalendar, day: Day, n: number): Day {
  let number = yearOf(day)
  let year = calendar.year(number)
  if (n === 0) return day
  const at = dayNumber(day) - year.first
  // Position among the year's working days, 0 the first; before the first and past the last lie other years.
  let position = n > 0 ? year.through[at]! + n - 1 : (year.through[at - 1] ?? 0) + n
  while (position >= year.workingDays.length) {
    position -= year.workingDays.length
    year = calendar.year(++number)
  }
  while (position < 0) {
    year = calendar.year(--number)
    position += year.workingDays.length
  }
  return dayOfNumber(year.workingDays[position]!)
}

/**
 * How many working days lie after `from` up to and including `to`; negative when `to` is earlier. O(years crossed).
 * @throws invalid `kernel.calendar-year-missing` when either day or a year between them has no data
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  if (to < from) return 0 - workingDaysBetween(calendar, to, from)
  const first = calendar.year(yearOf(from))
  const last = calendar.year(yearOf(to))
  let count = last.through[dayNumber(to) - last.first]! - first.through[dayNumber(from) - first.first]!
  for (let year = yearOf(from); year < yearOf(to); year++) count += calendar.year(year).workingDays.length
  return count
}
