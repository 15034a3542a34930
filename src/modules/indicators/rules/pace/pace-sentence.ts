import { decimalOf, fractionOf } from '../exact/fraction.ts'
import type { MeasuredPace, Pace } from './measure-pace.ts'

/** A sentence of the module's catalogues and what it names. */
export interface PaceSentence {
  readonly code:
    | 'indicators.pace-above-target'
    | 'indicators.pace-below-target'
    | 'indicators.pace-missed-target'
    | 'indicators.pace-on-target'
    | 'indicators.pace-from-target'
    | 'indicators.pace-ahead'
    | 'indicators.pace-behind'
    | 'indicators.pace-on-time'
    | 'indicators.pace-not-reported'
    | 'indicators.pace-unknown'
  readonly details: Readonly<Record<string, string>>
}

/**
 * "高于目标2.1个百分点" and "塌目标1.8个百分点" (官渡 2023) where the target holds at any time, "快于/慢于序时进度" where it
 * grows with the days. Points to at most two decimals, as printed.
 */
export function paceSentence(pace: Pace, direction: 'higher' | 'lower' | 'near'): PaceSentence {
  if (pace.kind === 'not-reported') return { code: 'indicators.pace-not-reported', details: {} }
  if (pace.kind === 'unknown') return { code: 'indicators.pace-unknown', details: { reason: pace.reason } }
  return { code: codeOf(pace, direction), details: detailsOf(pace) }
}

function codeOf({ gapPoints, expectedPercent }: MeasuredPace, direction: string): PaceSentence['code'] {
  // By what is printed: nobody is "0 points below".
  const printed = twoPlaces(gapPoints)
  const sign = printed.startsWith('-') ? -1 : printed === '0' ? 0 : 1
  if (expectedPercent !== null) {
    if (sign === 0) return 'indicators.pace-on-time'
    return sign > 0 ? 'indicators.pace-ahead' : 'indicators.pace-behind'
  }
  if (sign === 0) return 'indicators.pace-on-target'
  if (direction === 'near') return 'indicators.pace-from-target'
  // "Above" and "below" are of the number, not of the merit: fewer complaints than allowed are below the target.
  if (direction === 'lower') return sign > 0 ? 'indicators.pace-below-target' : 'indicators.pace-above-target'
  return sign > 0 ? 'indicators.pace-above-target' : 'indicators.pace-missed-target'
}

function detailsOf({ gapPoints, gapAmount, expectedPercent }: MeasuredPace): Record<string, string> {
  const details = { points: unsigned(twoPlaces(gapPoints)), amount: unsigned(gapAmount) }
  return expectedPercent === null ? details : { ...details, expected: twoPlaces(expectedPercent) }
}

function unsigned(decimal: string): string {
  return decimal.replace('-', '')
}

function twoPlaces(decimal: string): string {
  return decimalOf(fractionOf(decimal), 2)
}
