import type { Day } from '../../../../kernel/day.ts'

export interface FollowedShortfall {
  /** The next review of the city; null while there is none. */
  readonly nextAt: Day | null
  /** What the next review's sheet said of it, where it had one. */
  readonly outcome: 'resolved' | 'improving' | 'unchanged' | 'came-back' | null
  /** The day on which its matter's step was resolved, by whatever evidence. */
  readonly resolvedOn: Day | null
  /** The next review told it again as a shortfall. */
  readonly isToldAgain: boolean
  /** The next review speaks of it in any other way: a figure, a rank, a line of last time's shortfalls. */
  readonly isMentioned: boolean
  /** Items that hold it, by the day on which they were entered. */
  readonly items: readonly { readonly enteredOn: Day }[]
}

/**
 * What became of a shortfall by the next review. `followed`: somebody did something, nobody said what came of it.
 * `forgotten`: no item, no progress and no word of it until then.
 */
export type Fate =
  | 'too-early'
  | 'resolved'
  | 'improving'
  | 'unchanged'
  | 'came-back'
  | 'followed'
  | 'forgotten'

/** What a person said in the next review's sheet is believed; otherwise the record tells. */
export function shortfallFate(shortfall: FollowedShortfall): Fate {
  const { nextAt, outcome, resolvedOn, isToldAgain, isMentioned, items } = shortfall
  if (nextAt === null) return 'too-early'
  if (outcome !== null) return outcome
  if (resolvedOn !== null && resolvedOn <= nextAt) return 'resolved'
  if (isToldAgain) return 'came-back'
  if (isMentioned || items.some(({ enteredOn }) => enteredOn <= nextAt)) return 'followed'
  return 'forgotten'
}
