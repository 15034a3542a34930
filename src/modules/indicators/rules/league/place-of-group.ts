import type { TieRule } from './rank-rules.ts'

/** Equal units at positions `start` to `end` − 1 of the order, the `group`-th such group; all count from 0. */
export interface TiedGroup {
  readonly start: number
  readonly end: number
  readonly group: number
}

/** The place that all units of a group get. Halves under `fractional` are exact in a double. */
export function placeOfGroup(ties: TieRule, { start, end, group }: TiedGroup): number {
  switch (ties) {
    case 'standard':
    case 'second-indicator':
      return start + 1
    case 'dense':
      return group + 1
    case 'modified':
      return end
    case 'fractional':
      return (start + 1 + end) / 2
  }
}
