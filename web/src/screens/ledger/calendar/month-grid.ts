import { addDays, type Day, daysBetween, daysInMonth } from '../../../../../src/kernel/day.ts'

const SOME_MONDAY = '2024-01-01'

/** The weeks, Monday to Sunday, that hold a month (`YYYY-MM`); days of the months beside it fill the first and the last. */
export function monthGrid(month: string): Day[][] {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const first = `${month}-01`
  const before = ((daysBetween(SOME_MONDAY, first) % 7) + 7) % 7
  const weeks = Math.ceil((before + daysInMonth(year, number)) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(first, week * 7 + day - before)),
  )
}
