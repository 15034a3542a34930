import type { TimePeriod } from './time-period.ts'

/**
 * The period from January to a month: the month itself for January, the year for December, between them a cumulative
 * window (1—11月). A statistics office's cumulative series is made of these.
 */
export function cumulativeTo(year: number, month: number): TimePeriod {
  if (month === 1) return { kind: 'month', year, index: 1 }
  return month === 12 ? { kind: 'year', year, index: 1 } : { kind: 'cumulative', year, index: month }
}
