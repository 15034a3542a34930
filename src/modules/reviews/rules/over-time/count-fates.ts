import type { Fate } from './shortfall-fate.ts'

export interface Share {
  readonly numerator: number
  readonly denominator: number
}

interface Fated {
  readonly id: string
  readonly unitId: string
  readonly fate: Fate
}

/** Of the shortfalls that have a next review, how many were resolved by it. */
export function resolvedShare(shortfalls: readonly Pick<Fated, 'fate'>[]): Share {
  const judged = shortfalls.filter(({ fate }) => fate !== 'too-early')
  return {
    numerator: judged.filter(({ fate }) => fate === 'resolved').length,
    denominator: judged.length,
  }
}

/** By unit, how many of its judged shortfalls nobody followed, and which; units that forgot none are left out. */
export function forgottenByUnit(
  shortfalls: readonly Fated[],
): (Share & { readonly unitId: string; readonly shortfallIds: string[] })[] {
  const judged = shortfalls.filter(({ fate }) => fate !== 'too-early')
  return [...Map.groupBy(judged, ({ unitId }) => unitId)]
    .map(([unitId, ofUnit]) => {
      const shortfallIds = ofUnit.filter(({ fate }) => fate === 'forgotten').map(({ id }) => id)
      return { unitId, numerator: shortfallIds.length, denominator: ofUnit.length, shortfallIds }
    })
    .filter(({ numerator }) => numerator > 0)
    .sort(
      (a, b) => b.numerator - a.numerator || a.denominator - b.denominator || (a.unitId < b.unitId ? -1 : 1),
    )
}
