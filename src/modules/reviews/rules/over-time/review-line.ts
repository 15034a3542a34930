import { isDay } from '../../../../kernel/day.ts'
import { parsePeriod, periodEnd } from '../../../../kernel/period.ts'

/** One meeting of the city: of its quarter, or of its own where no quarter is known. */
export interface Meeting {
  readonly review: string
  readonly period: string | null
  /** A day, or a month or year where no more is known. */
  readonly at: string
}

/** The city's meetings in time, each once: what a cycle says of its day is believed before what a report says. */
export function meetingsInTime(cycles: readonly Meeting[], reported: readonly Meeting[]): Meeting[] {
  const byReview = new Map([...reported, ...cycles].map((meeting) => [meeting.review, meeting]))
  return [...byReview.values()].sort((a, b) => compare(a.at, b.at) || compare(a.review, b.review))
}

/** The meeting after one, for each; null for the last. */
export function nextMeetings(inTime: readonly Meeting[]): ReadonlyMap<string, Meeting | null> {
  return new Map(inTime.map((meeting, i) => [meeting.review, inTime[i + 1] ?? null]))
}

/** The last day that a month or year may mean. */
export function lastDayOf(at: string): string {
  if (isDay(at)) return at
  const period = parsePeriod(at)
  return period ? periodEnd(period) : at
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
