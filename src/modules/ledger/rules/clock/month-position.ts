import { dateOf } from '../../../../kernel/day-number.ts'

/** Parts of a month: divisible by 28, 29, 30 and 31, so that a day is always a whole number of parts. */
const PARTS = 377_580

/**
 * Where the end of a day (`dayNumber`) lies on a line on which all months are equally long and, inside a month, all days.
 *
 * The sources count months: January to November is 11/12 = 91.7 % (宣城 2020), January to September 75 % (铜梁 2024),
 * half a year is half (时间过半), DOMAIN.md 1.3. Days alone would make 30 June 49.6 % of the year.
 */
export function monthPosition(day: number): number {
  const { year, month, date } = dateOf(day)
  return (year * 12 + month) * PARTS + (date * PARTS) / lengthOf(year, month)
}

function lengthOf(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}
