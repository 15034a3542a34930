import { parsePeriod, periodEnd } from '../../../../kernel/period.ts'

/** A unit that could speak, with the reviews (`2024Q1`) in which it was commented on. */
export interface Candidate {
  readonly unitId: string
  readonly reviewedIn: readonly string[]
  /** Shortfalls that its last review found. */
  readonly lastShortfalls: number
}

export interface Proposed {
  readonly unitId: string
  readonly isProposed: boolean
  /** Latest first. */
  readonly reviewedIn: readonly string[]
  readonly why: readonly {
    readonly code: string
    readonly params: Readonly<Record<string, string | number>>
  }[]
}

/**
 * Who speaks next: whoever was never reviewed, then the longest not reviewed; of equal ones the unit whose last review found
 * more to do, then as given. Only reviews before the period count: the future decides nothing.
 */
export function proposeSpeakers(
  candidates: readonly Candidate[],
  { period, count }: { period: string; count: number },
): Proposed[] {
  const before = candidates.map((candidate) => {
    const reviewedIn = [...new Set(candidate.reviewedIn)]
      .filter((each) => endOf(each) < endOf(period))
      .sort((a, b) => (endOf(a) < endOf(b) ? 1 : -1))
    return { ...candidate, reviewedIn }
  })
  const ordered = before.toSorted(
    (a, b) =>
      lastEnd(a.reviewedIn).localeCompare(lastEnd(b.reviewedIn)) ||
      (a.reviewedIn.length > 0 ? b.lastShortfalls - a.lastShortfalls : 0),
  )
  return ordered.map(({ unitId, reviewedIn, lastShortfalls }, at) => ({
    unitId,
    isProposed: at < count,
    reviewedIn,
    why: whyOf(reviewedIn, { period, lastShortfalls }),
  }))
}

function whyOf(
  reviewedIn: readonly string[],
  { period, lastShortfalls }: { period: string; lastShortfalls: number },
): Proposed['why'] {
  const [last] = reviewedIn
  if (last === undefined) return [{ code: 'reviews.why-never-reviewed', params: {} }]
  const why = [
    {
      code: 'reviews.why-last-reviewed',
      params: { period: last, quarters: quartersBetween(last, period), times: reviewedIn.length },
    },
  ]
  return lastShortfalls === 0
    ? why
    : [...why, { code: 'reviews.why-shortfalls', params: { period: last, count: lastShortfalls } as never }]
}

const lastEnd = (reviewedIn: readonly string[]) => (reviewedIn[0] === undefined ? '' : endOf(reviewedIn[0]))

/** The last day of a period; what is no period is before everything. */
function endOf(period: string): string {
  const parsed = parsePeriod(period)
  return parsed ? periodEnd(parsed) : ''
}

/** How many quarters lie between the ends of two periods. */
function quartersBetween(from: string, to: string): number {
  const [a, b] = [parsePeriod(from), parsePeriod(to)]
  if (!a || !b) return 0
  return Math.round((b.to.year * 12 + b.to.month - a.to.year * 12 - a.to.month) / 3)
}
