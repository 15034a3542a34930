import {
  compareFractions,
  type Fraction,
  minus,
  over,
  plus,
  times,
  whole,
} from '../../../indicators/index.ts'

/** What a printed number can have been before it was rounded, both ends included. */
export interface Interval {
  readonly low: Fraction
  readonly high: Fraction
}

export function around(value: Fraction, tolerance: Fraction): Interval {
  return { low: minus(value, tolerance), high: plus(value, tolerance) }
}

export function sum(parts: readonly Interval[]): Interval {
  return parts.reduce((a, b) => ({ low: plus(a.low, b.low), high: plus(a.high, b.high) }), point(whole(0)))
}

export function difference(a: Interval, b: Interval): Interval {
  return { low: minus(a.low, b.high), high: minus(a.high, b.low) }
}

/** Undefined where the divisor may be zero or negative: nothing is said then. */
export function quotient(a: Interval, b: Interval): Interval | undefined {
  if (compareFractions(b.low, whole(0)) <= 0) return undefined
  const ends = [over(a.low, b.low), over(a.low, b.high), over(a.high, b.low), over(a.high, b.high)]
  ends.sort(compareFractions)
  return { low: ends[0]!, high: ends[3]! }
}

export function scaled(a: Interval, factor: Fraction): Interval {
  return { low: times(a.low, factor), high: times(a.high, factor) }
}

export function negated(a: Interval): Interval {
  return { low: minus(whole(0), a.high), high: minus(whole(0), a.low) }
}

export function overlap(a: Interval, b: Interval): boolean {
  return compareFractions(a.low, b.high) <= 0 && compareFractions(b.low, a.high) <= 0
}

export function point(value: Fraction): Interval {
  return { low: value, high: value }
}
