/** In the order of their numbers: a period's number begins with its kind's place here, counted from 1. */
export const PERIOD_KINDS = ['year', 'half', 'quarter', 'month', 'cumulative', 'week', 'day'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/**
 * A stretch of time for which a value is stated. `index` counts within the year: 1 for a year, 1–2 halves, 1–4
 * quarters, 1–12 months, 2–11 the last month of a window from January, 1–53 ISO weeks (`year` being the week's year),
 * month × 100 + date for a day. From January to December is the year, from January to January the month.
 */
export interface TimePeriod {
  readonly kind: PeriodKind
  readonly year: number
  readonly index: number
}
