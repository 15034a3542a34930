import type { TimePeriod } from './time-period.ts'

/**
 * The period from January to a month: the month itself for January, the year for December, between them a cumulative
 * window (1—11月). A statistics office's cumulative series is made of these.
 */
export function cumulativeTo(year: number, month: number): TimePeriod {
  if (month === 1) return { kind: 'month', year, index: 1 }
  return month === 12 ? { kind: 'year', year, index: 1 } : { kind: 'cumulative', year, index: month }
}

/**
 * The period that covers exactly these months of one year, or undefined when none does. From January on it is a
 * cumulative window, since that is how 1—3月 is meant; 4—6月 can only be the quarter, 7—12月 the half.
 */
export function periodOfMonths(year: number, from: number, to: number): TimePeriod | undefined {
  if (from < 1 || to > 12 || from > to) return undefined
  if (from === to) return { kind: 'month', year, index: to }
  if (from === 1) return cumulativeTo(year, to)
  if (to - from === 2 && to % 3 === 0) return { kind: 'quarter', year, index: to / 3 }
  return from === 7 && to === 12 ? { kind: 'half', year, index: 2 } : undefined
}
