import {
  compareFractions,
  decimalOf,
  type Fraction,
  fractionOf,
  magnitude,
  minus,
  over,
  plus,
  times,
  whole,
  ZERO,
} from '../exact/fraction.ts'
import { type ExpectedShare, expectedShare, type ShareQuestion, type UnknownShare } from './expected-share.ts'
import type { SeasonalYears } from './seasonal-share.ts'

/** What is to be reached. */
export interface PaceTarget {
  readonly value: string
  /**
   * `cumulative`: so much over the whole period; `share-done`: so many per cent of a task; `level`: to stand there at the
   * end, from `base` on if one is given; `growth`: a rate that holds at any time of the period.
   */
  readonly kind: 'level' | 'growth' | 'cumulative' | 'share-done'
  readonly direction: 'higher' | 'lower' | 'near'
  /** Where a level begins. Without it the level is asked for at any time. */
  readonly base?: string | null
  /** Whether the indicator itself is in per cent, so that a difference is already one of percentage points. */
  readonly isPercent: boolean
}

export type Pace =
  /** No observation: said so, never taken for zero. */
  | { readonly kind: 'not-reported' }
  | { readonly kind: 'unknown'; readonly reason: UnknownShare | 'target-zero' }
  | MeasuredPace

export interface MeasuredPace {
  readonly kind: 'measured'
  readonly actual: string
  readonly target: string
  /** What should have been reached by now, in the indicator's unit of measure. */
  readonly expected: string
  /** The same in per cent of the target; null where the target holds at any time. */
  readonly expectedPercent: string | null
  /** Actual ÷ target in per cent; null where the less or the nearer is the better. */
  readonly donePercent: string | null
  /** Actual ÷ expected in per cent (its inverse where lower is better); null where it cannot be said. */
  readonly ofExpectedPercent: string | null
  /** Above zero is better than expected, in percentage points; near a target it is the distance, never above zero. */
  readonly gapPoints: string
  /** The same in the indicator's unit of measure. */
  readonly gapAmount: string
  readonly seasonal: SeasonalYears | null
}

/** Where a unit stands against its target by the day that its observation covers. Decimals to 12 places. */
export function measurePace(target: PaceTarget, actual: string | null, question: ShareQuestion): Pace {
  if (actual === null) return { kind: 'not-reported' }
  const share = holdsAtAnyTime(target) ? undefined : expectedShare(question)
  if (share?.kind === 'unknown') return share
  const [wanted, reached] = [fractionOf(target.value), fractionOf(actual)]
  const isInPoints = target.isPercent || target.kind === 'growth' || target.kind === 'share-done'
  if (!isInPoints && wanted.n === 0n) return { kind: 'unknown', reason: 'target-zero' }
  const base = target.kind === 'level' && target.base != null ? fractionOf(target.base) : ZERO
  const expected = share ? plus(base, times(minus(wanted, base), share.share)) : wanted
  const gap = gapOf(target.direction, reached, expected)
  const points = isInPoints ? gap : percentOf(gap, magnitude(wanted))
  return {
    kind: 'measured',
    actual,
    target: target.value,
    expected: decimalOf(expected),
    expectedPercent: share ? decimalOf(percentOf(share.share, whole(1))) : null,
    donePercent:
      target.direction === 'higher' && wanted.n > 0n ? decimalOf(percentOf(reached, wanted)) : null,
    ofExpectedPercent: ofExpected(target.direction, reached, expected),
    gapPoints: decimalOf(points),
    gapAmount: decimalOf(gap),
    seasonal: seasonalOf(share),
  }
}

/** A rate, a distance, and a level without a beginning do not grow with the days. */
function holdsAtAnyTime({ kind, direction, base }: PaceTarget): boolean {
  return kind === 'growth' || (kind === 'level' && (base == null || direction === 'near'))
}

function gapOf(direction: PaceTarget['direction'], actual: Fraction, expected: Fraction): Fraction {
  const difference = minus(actual, expected)
  if (direction === 'higher') return difference
  if (direction === 'lower') return minus(expected, actual)
  const distance = magnitude(difference)
  return { n: -distance.n, d: distance.d }
}

function ofExpected(direction: PaceTarget['direction'], actual: Fraction, expected: Fraction): string | null {
  if (direction === 'near' || compareFractions(expected, ZERO) <= 0 || actual.n < 0n) return null
  if (direction === 'higher') return decimalOf(percentOf(actual, expected))
  return actual.n === 0n ? null : decimalOf(percentOf(expected, actual))
}

function percentOf(part: Fraction, all: Fraction): Fraction {
  return times(over(part, all), whole(100))
}

function seasonalOf(share: ExpectedShare | undefined): SeasonalYears | null {
  return share?.kind === 'share' ? share.seasonal : null
}
