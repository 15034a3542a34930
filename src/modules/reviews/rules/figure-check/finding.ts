import type { Source } from '../../schema/source.ts'
import type { Span } from './body.ts'

export type FindingKind =
  | 'sum'
  | 'part'
  | 'share'
  | 'over-hundred'
  | 'growth'
  | 'increase'
  | 'direction'
  | 'points'
  | 'comparison'
  | 'period'
  | 'unit'
  | 'repeated'
  | 'date'
  | 'rank'
  | 'per-person'
  | 'former-unit'
  | 'league'
  | 'vintage'
  | 'ledger'
  | 'earlier'
  | 'count'
  | 'numbering'
  | 'vague'

/** What most probably happened; `unknown` when no single slip explains the difference. */
export type Cause =
  | 'truncation'
  | 'ten-thousand'
  | 'decimal-point'
  | 'base'
  | 'points-percent'
  | 'digits-swapped'
  | 'digit-changed'
  | 'direction'
  | 'wrong-word'
  | 'impossible'
  | 'revised'
  | 'differs'
  | 'other-base'
  | 'unknown'

/** Something in a text that cannot be right, with the arithmetic that shows it. */
export interface FigureFinding {
  readonly kind: FindingKind
  /** `note` where only the last printed place is in question. */
  readonly severity: 'error' | 'warning' | 'note'
  readonly cause: Cause
  readonly article: number
  /** Slices of the text as received that hold the sentence or sentences. */
  readonly spans: readonly Span[]
  /** Slices with the numbers themselves. */
  readonly figures: readonly Span[]
  /** As printed, and what it should be (an interval where the printed places allow several). */
  readonly printed: string
  readonly expected: string
  readonly arithmetic: string
  /** The number that one slip would explain, as it may have been meant. */
  readonly repair: string | null
  /** What of the city's record says otherwise; absent where the text contradicts itself. */
  readonly source?: Source
}
