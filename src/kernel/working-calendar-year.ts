import type { Day } from './day.ts'
import { dayNumber, dayOfNumber } from './day-number.ts'

/** One year counted once, so that every later question is an array look-up. */
export interface WorkingYear {
  /** The number (`dayNumber`) of 1 January. */
  readonly first: number
  /** For each day of the year, from 0: working days from 1 January through that day. */
  readonly through: Uint16Array
  /** The numbers of the working days, in order. */
  readonly workingDays: Int32Array
}

/** Monday to Friday are worked, unless the exceptions (day → is worked) say otherwise. */
export function makeWorkingYear(year: number, exceptions: ReadonlyMap<Day, boolean>): WorkingYear {
  const first = dayNumber(`${year}-01-01`)
  const length = dayNumber(`${year + 1}-01-01`) - first
  const through = new Uint16Array(length)
  const workingDays: number[] = []
  for (let at = 0; at < length; at++) {
    // Day 0, 1970-01-01, was a Thursday.
    const isWeekend = (((first + at + 3) % 7) + 7) % 7 >= 5
    if (exceptions.get(dayOfNumber(first + at)) ?? !isWeekend) workingDays.push(first + at)
    through[at] = workingDays.length
  }
  return { first, through, workingDays: Int32Array.from(workingDays) }
}
