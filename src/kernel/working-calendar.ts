import type { Day } from './day.ts'
import { dayNumber, dayOfNumber, yearOf } from './day-number.ts'
import { invalid } from './errors.ts'
import { makeWorkingYear, type WorkingYear } from './working-calendar-year.ts'

/** Which days are worked. A question about a year without data is refused, never guessed. */
export interface WorkingCalendar {
  /** @throws invalid `kernel.calendar-year-missing` */
  isWorkingDay(day: Day): boolean
  knows(year: number): boolean
  /** The counts of one year. @throws invalid `kernel.calendar-year-missing`, `kernel.calendar-year-incomplete` */
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
 * One local day does not make a year known: that takes `completedYears`. A year is counted when it is first asked for,
 * so that making a calendar for one request costs nothing. A completed year that works on a day that is always off is
 * refused when asked for, with `kernel.calendar-year-incomplete`.
 */
export function makeCalendar(sources: CalendarSources): WorkingCalendar {
  const counted = new Map<number, WorkingYear>()
  const year = (number: number) => {
    const found = counted.get(number) ?? countYear(sources, number)
    counted.set(number, found)
    return found
  }
  return {
    year,
    knows: (number) =>
      sources.national.years[number] !== undefined || (sources.completedYears?.includes(number) ?? false),
    isWorkingDay: (day) => isWorked(year(yearOf(day)), day),
  }
}

function countYear(
  { national, overrides = [], completedYears = [] }: CalendarSources,
  year: number,
): WorkingYear {
  const known = national.years[year]
  if (!known && !completedYears.includes(year)) throw invalid('kernel.calendar-year-missing', { year })
  const { daysOff, makeUpDays } = known ?? { daysOff: {}, makeUpDays: [] }
  const local = overrides.filter(({ day }) => yearOf(day) === year)
  const counts = makeWorkingYear(
    year,
    new Map([
      ...Object.values(daysOff).flatMap((days) => days.map((day) => [`${year}-${day}`, false] as const)),
      ...makeUpDays.map((day) => [`${year}-${day}`, true] as const),
      ...local.map(({ day, isWorkingDay }) => [day, isWorkingDay] as const),
    ]),
  )
  if (known) return counts
  const days = national.fixedDaysOff.map((day) => `${year}-${day}`).filter((day) => isWorked(counts, day))
  if (days.length > 0) throw invalid('kernel.calendar-year-incomplete', { year, days })
  return counts
}

function isWorked({ first, through }: WorkingYear, day: Day): boolean {
  const at = dayNumber(day) - first
  return through[at] !== (through[at - 1] ?? 0)
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
