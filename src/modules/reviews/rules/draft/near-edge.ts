import { fractionOf } from '../../../indicators/index.ts'
import thresholds from './draft-thresholds.json' with { type: 'json' }
import type { StandingFact } from './facts.ts'

/** So many places at either end of a cohort of this size are told; none of a small one. */
export function edgePlaces(of: number): number {
  if (of < thresholds.leastCohort.units) return 0
  const { n, d } = fractionOf(thresholds.edge.share)
  const share = Number((n * BigInt(of) + d - 1n) / d)
  return Math.min(thresholds.edge.most, share)
}

/** Near the top of its cohort; who shares a place has it. */
export function isNearTop({ rank, of }: Pick<StandingFact, 'rank' | 'of'>): boolean {
  return rank !== null && rank <= edgePlaces(of)
}

/** At the bottom: nobody, or hardly anybody, stands behind it and those who share its place. */
export function isAtBottom({ rank, of, sharedBy }: Pick<StandingFact, 'rank' | 'of' | 'sharedBy'>): boolean {
  if (rank === null) return false
  const behind = of - (rank + Math.max(1, sharedBy) - 1)
  return behind < edgePlaces(of) && !isNearTop({ rank, of })
}
