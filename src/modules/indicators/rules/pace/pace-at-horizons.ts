import type { Day } from '../../../../kernel/day.ts'
import type { ShareQuestion } from './expected-share.ts'
import { measurePace, type Pace, type PaceTarget } from './measure-pace.ts'

/** From the longest to the shortest. */
export const HORIZONS = ['plan', 'year', 'half', 'quarter', 'month'] as const
export type Horizon = (typeof HORIZONS)[number]

/** A target of one horizon with the observation that counts for it. */
export interface HorizonTarget {
  readonly horizon: Horizon
  readonly target: PaceTarget
  /** What was reached within this horizon's own period; null when it was not reported. */
  readonly actual: string | null
  readonly question: ShareQuestion
}

/**
 * The pace against each target whose period holds the day, longest horizon first. They stand side by side: a unit can be
 * ahead of its month and behind its year, and no mean of the two says anything.
 */
export function paceAtHorizons(
  targets: readonly HorizonTarget[],
  day: Day,
): { readonly horizon: Horizon; readonly pace: Pace }[] {
  return targets
    .filter(({ question: { from, to } }) => from <= day && day <= to)
    .sort((a, b) => HORIZONS.indexOf(a.horizon) - HORIZONS.indexOf(b.horizon))
    .map(({ horizon, target, actual, question }) => ({
      horizon,
      pace: measurePace(target, actual, question),
    }))
}
