import {
  compareFractions,
  decimalOf,
  type Fraction,
  fractionOf,
  magnitude,
  minus,
  plus,
  ratio,
  times,
} from '../exact/fraction.ts'
import { type AlertFinding, type AlertSubject, alertCause } from './alert-finding.ts'
import type { AlertRuleOf } from './alert-rule.ts'
import type { SeriesPoint } from './find-declines.ts'

/** 1 ÷ 0.6745: makes the median absolute deviation of a normal distribution its standard deviation. */
const NORMAL = ratio(14826n, 10_000n)

/**
 * Whether the newest growth is far from what is usual for the unit. `growths` are in per cent, oldest first; the newest
 * is held against the ones before it, never against itself. A revised value is another cause. O(n log n).
 */
export function findOutlier(
  rule: AlertRuleOf<'outlier'>,
  subject: AlertSubject,
  growths: readonly SeriesPoint[],
): AlertFinding | undefined {
  const newest = growths.at(-1)
  if (newest?.value == null) return undefined
  const former = growths.slice(0, -1).flatMap(({ value }) => (value === null ? [] : [fractionOf(value)]))
  if (former.length < rule.minHistory) return undefined
  const usual = medianOf(former)
  const spread = medianOf(former.map((each) => magnitude(minus(each, usual))))
  const distance = magnitude(minus(fractionOf(newest.value), usual))
  const limit = times(times(spread, NORMAL), fractionOf(rule.deviations))
  if (compareFractions(distance, limit) <= 0) return undefined
  if (compareFractions(distance, fractionOf(rule.leastPoints)) < 0) return undefined
  return {
    cause: alertCause(rule, subject, `${newest.period} ${newest.value}`),
    kind: rule.kind,
    period: newest.period,
    numbers: {
      growth: newest.value,
      median: decimalOf(usual, 4),
      deviation: decimalOf(spread, 4),
      limit: decimalOf(limit, 4),
      history: former.length,
    },
  }
}

/** Of at least one number. */
function medianOf(numbers: readonly Fraction[]): Fraction {
  const sorted = [...numbers].sort(compareFractions)
  const middle = sorted.length >> 1
  if (sorted.length % 2 === 1) return sorted[middle]!
  return times(plus(sorted[middle - 1]!, sorted[middle]!), ratio(1n, 2n))
}
