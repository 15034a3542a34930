import { compareFractions, fractionOf } from '../../exact/fraction.ts'
import type { CompositeScheme } from './scheme.ts'

/** Why a scheme cannot be used: a code of the catalogue and what its sentence names. */
export interface SchemeFault {
  readonly code:
    | 'indicators.scheme-key-twice'
    | 'indicators.scheme-group-unknown'
    | 'indicators.scheme-points-rise'
    | 'indicators.scheme-limits-crossed'
    | 'indicators.scheme-target-not-above-zero'
  readonly details: Readonly<Record<string, string>>
}

/** What a schema cannot see; empty when the scheme can be used. */
export function schemeFaults(scheme: CompositeScheme): SchemeFault[] {
  const faults: SchemeFault[] = []
  const seen = new Set<string>()
  const groups = new Set(scheme.groups.map(({ key }) => key))
  for (const { key, group, score } of scheme.components) {
    if (seen.has(key)) faults.push({ code: 'indicators.scheme-key-twice', details: { component: key } })
    seen.add(key)
    if (group !== null && !groups.has(group))
      faults.push({ code: 'indicators.scheme-group-unknown', details: { component: key, group } })
    if (score.kind === 'rank-points' && !fallsOrStays(score.points))
      faults.push({ code: 'indicators.scheme-points-rise', details: { component: key } })
    if (score.kind === 'linear' && score.target !== 'own' && fractionOf(score.target).n <= 0n)
      faults.push({ code: 'indicators.scheme-target-not-above-zero', details: { component: key } })
  }
  const { least, most } = scheme.adjustments
  if (compareFractions(fractionOf(least), fractionOf(most)) > 0)
    faults.push({ code: 'indicators.scheme-limits-crossed', details: { least, most } })
  return faults
}

/** A lower place that is worth more than a higher one would turn the table upside down. */
function fallsOrStays(points: readonly string[]): boolean {
  return points.every((each, at) => {
    const next = points[at + 1]
    return next === undefined || compareFractions(fractionOf(each), fractionOf(next)) >= 0
  })
}
