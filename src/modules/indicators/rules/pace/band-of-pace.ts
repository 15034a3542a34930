import { compareFractions, fractionOf } from '../exact/fraction.ts'
import type { Band, BandCondition, BandSet } from './band-set.ts'
import type { MeasuredPace, Pace } from './measure-pace.ts'

/** The band that names a pace; undefined where nothing was measured: "not reported" is no colour. */
export function bandOfPace({ bands }: BandSet, pace: Pace): Band | undefined {
  if (pace.kind !== 'measured') return undefined
  return bands.find(({ when }) => when === null || holds(when, pace))
}

function holds({ measure, comparison, value }: BandCondition, pace: MeasuredPace): boolean {
  const found =
    measure === 'gap' ? pace.gapPoints : measure === 'done' ? pace.donePercent : pace.ofExpectedPercent
  if (found === null) return false
  const order = compareFractions(fractionOf(found), fractionOf(value))
  return comparison === 'above' ? order > 0 : order >= 0
}
