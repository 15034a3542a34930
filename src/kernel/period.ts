import { type Day, daysInMonth } from './day.ts'

/**
 * A stretch of whole months, as reports speak of them: `2023`, `2024-02`, or `2023-01/2023-11`
 * (annotation guidelines, section 3). A review's own period is a quarter, `2024Q1`.
 */
export type Period = string

const PATTERN = /^(\d{4})(?:-(\d{2})(?:\/(\d{4})-(\d{2}))?|Q([1-4]))?$/

export interface MonthRange {
  from: { year: number; month: number }
  to: { year: number; month: number }
}

/** The months a period covers, or undefined when the text is not a period. */
export function parsePeriod(text: Period): MonthRange | undefined {
  const match = PATTERN.exec(text)
  if (!match) return undefined
  const year = Number(match[1])
  if (match[5]) {
    const quarter = Number(match[5])
    return { from: { year, month: quarter * 3 - 2 }, to: { year, month: quarter * 3 } }
  }
  if (!match[2]) return { from: { year, month: 1 }, to: { year, month: 12 } }
  const from = { year, month: Number(match[2]) }
  const to = match[3] ? { year: Number(match[3]), month: Number(match[4]) } : from
  const valid = from.month >= 1 && from.month <= 12 && to.month >= 1 && to.month <= 12
  return valid && from.year * 12 + from.month <= to.year * 12 + to.month ? { from, to } : undefined
}

/** Writes a range in its shortest form: a whole year, one month, or first and last month. */
export function formatPeriod({ from, to }: MonthRange): Period {
  const month = (at: { year: number; month: number }) => `${at.year}-${String(at.month).padStart(2, '0')}`
  if (from.year === to.year && from.month === 1 && to.month === 12) return String(from.year)
  return month(from) === month(to) ? month(from) : `${month(from)}/${month(to)}`
}

/** The last day of a period. */
export function periodEnd(period: MonthRange): Day {
  const { year, month } = period.to
  return `${year}-${String(month).padStart(2, '0')}-${String(daysInMonth(year, month)).padStart(2, '0')}`
}

/** The quarter that a day falls in, `2024Q1`. */
export function quarterOf(day: Day): Period {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}
