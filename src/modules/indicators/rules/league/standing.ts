import type { RankedUnit, Ranking } from './rank-column.ts'

/** Where in the field a unit stands. */
export interface Standing {
  readonly unit: number
  /** How many are strictly better, and strictly worse. */
  readonly better: number
  readonly worse: number
  /** How many are ranked, the unit itself among them. */
  readonly of: number
  /** More units are worse than better, the reverse, or as many: a table of 5 has a middle. */
  readonly half: 'upper' | 'middle' | 'lower'
  /** The share of the other units that are worse, in per cent to one decimal; null when it stands alone. */
  readonly percentile: number | null
}

/** O(1). The rank itself says little without the size of the field. */
export function standingOf({ ranked }: Ranking, { unit, better, sharedBy }: RankedUnit): Standing {
  const of = ranked.length
  const worse = of - better - sharedBy
  const half = worse > better ? 'upper' : worse < better ? 'lower' : 'middle'
  const percentile = of === 1 ? null : Math.round((worse * 1000) / (of - 1)) / 10
  return { unit, better, worse, of, half, percentile }
}
