import type { Figure } from './figure.ts'
import type { Cause, FindingKind } from './finding.ts'
import type { Interval } from './interval.ts'
import type { Sentence } from './sentence.ts'

/** What follows from the other numbers for the one that was printed, in the printed one's own measure. */
export type Reckoning = (terms: readonly Interval[]) => Interval | undefined

/** Numbers of one sentence that must agree: `printed` against what `reckon` makes of `terms`. */
export interface Relation {
  readonly kind: FindingKind
  readonly sentence: Sentence
  readonly terms: readonly Figure[]
  readonly printed: Figure
  /** Down where the words say that it fell: the printed number is the size of the fall. */
  readonly reckon: Reckoning
  /** The arithmetic in words of numbers: `(a − b) ÷ b`. */
  readonly formula: string
  /** Other reckonings that people take for the right one. */
  readonly mistaken?: readonly { readonly cause: Cause; readonly reckon: Reckoning }[]
  /** Speak only when one slip explains the difference; for relations that the words leave open. */
  readonly needsCause?: boolean
  /** How likely a slip may mend it by mere chance before it counts for nothing; with `needsCause`. */
  readonly chance?: number
}
