import { readPeriod, writePeriod } from '../period/period-text.ts'
import { samePeriodEarlier } from '../period/shift-period.ts'
import { firstDay, lastDay } from '../period/span.ts'
import type { TimePeriod } from '../period/time-period.ts'

/** The periods that a claim is checked in. */
export type ClaimPeriods =
  | {
      readonly kind: 'known'
      /** The claim's own first, then the same stretch of each former year of the streak. */
      readonly periods: readonly string[]
      readonly from:
        | 'claim'
        /** The sentence names none: the report's period is taken, and it is said. */
        | 'report'
        /** Nor has the indicator anything for the report's period: its newest before the report is taken, and it is said. */
        | 'newest-published'
      /** Whether the indicator has values for the first of them. */
      readonly isPublished: boolean
    }
  | { readonly kind: 'unknown'; readonly reason: 'no-period' | 'period-unreadable' }

/** No city has a longer series; a slip of the pen should not ask for a million years. */
const MOST_YEARS = 100

export interface PeriodQuestion {
  readonly claimPeriod: string | null
  readonly reportPeriod: string | null
  /** The last day that the report can speak of; null when the report has no date. */
  readonly reportDay: string | null
  readonly streakYears: number | null
  /** Periods for which the indicator has values. */
  readonly published: readonly string[]
}

/**
 * Which periods decide. A stretch is the same by whichever name: 1—3月 is the first quarter, 1—12月 the year; but 前三季度
 * is never the year. O(published periods).
 */
export function claimPeriods(question: PeriodQuestion): ClaimPeriods {
  const { claimPeriod, reportPeriod, reportDay, streakYears, published } = question
  const known = published.flatMap((text) => readPeriod(text) ?? [])
  const years = Math.min(MOST_YEARS, Math.max(1, streakYears ?? 1))
  const answer = (period: TimePeriod, from: 'claim' | 'report' | 'newest-published'): ClaimPeriods => ({
    kind: 'known',
    periods: Array.from({ length: years }, (_, back) => samePeriodEarlier(period, back)).flatMap((each) =>
      each ? [writePeriod(each)] : [],
    ),
    from,
    isPublished: known.some((each) => isSameStretch(each, period)),
  })
  if (claimPeriod !== null) {
    const own = readPeriod(claimPeriod)
    if (!own) return { kind: 'unknown', reason: 'period-unreadable' }
    return answer(asPublished(own, known), 'claim')
  }
  const reported = reportPeriod === null ? undefined : readPeriod(reportPeriod)
  if (reported && known.some((each) => isSameStretch(each, reported)))
    return answer(asPublished(reported, known), 'report')
  const newest = newestBefore(known, reportDay)
  if (newest) return answer(newest, 'newest-published')
  return reported ? answer(reported, 'report') : { kind: 'unknown', reason: 'no-period' }
}

/** The published period of the same stretch, so that its name is the indicator's. */
function asPublished(period: TimePeriod, known: readonly TimePeriod[]): TimePeriod {
  return known.find((each) => isSameStretch(each, period)) ?? period
}

function isSameStretch(a: TimePeriod, b: TimePeriod): boolean {
  return firstDay(a) === firstDay(b) && lastDay(a) === lastDay(b)
}

/** Of periods that end on one day the longest: in January the year says more than December. */
function newestBefore(known: readonly TimePeriod[], day: string | null): TimePeriod | undefined {
  return known
    .filter((each) => day === null || lastDay(each) <= day)
    .sort((a, b) =>
      lastDay(a) === lastDay(b) ? compare(firstDay(a), firstDay(b)) : compare(lastDay(b), lastDay(a)),
    )[0]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
