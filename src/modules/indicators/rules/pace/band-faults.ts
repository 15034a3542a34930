import { compareFractions, fractionOf } from '../exact/fraction.ts'
import type { BandCondition, BandSet } from './band-set.ts'

/** Why a band set cannot be used: a code of the catalogue and what its sentence names. Bands count from 1. */
export interface BandFault {
  readonly code:
    | 'indicators.bands-key-twice'
    | 'indicators.bands-never-shown'
    | 'indicators.bands-last-has-condition'
  readonly details: Readonly<Record<string, number | string>>
}

/** What a schema cannot see; empty when every pace gets exactly one band and every band can be reached. */
export function bandFaults({ bands }: BandSet): BandFault[] {
  const faults: BandFault[] = []
  for (const [at, { key, when }] of bands.entries()) {
    if (bands.findIndex((each) => each.key === key) < at)
      faults.push({ code: 'indicators.bands-key-twice', details: { band: at + 1, key } })
    const isLast = at === bands.length - 1
    if (isLast && when)
      faults.push({ code: 'indicators.bands-last-has-condition', details: { band: at + 1 } })
    const hider = bands.findIndex((each, earlier) => earlier < at && hides(each.when, when))
    if (hider >= 0)
      faults.push({ code: 'indicators.bands-never-shown', details: { band: at + 1, other: hider + 1 } })
  }
  return faults
}

/** Whether every pace that meets the later condition has met the earlier one already. */
function hides(earlier: BandCondition | null, later: BandCondition | null): boolean {
  if (earlier === null) return true
  if (later === null || earlier.measure !== later.measure) return false
  const order = compareFractions(fractionOf(later.value), fractionOf(earlier.value))
  return order > 0 || (order === 0 && !(earlier.comparison === 'above' && later.comparison === 'at-least'))
}
