import { conflict } from '../../../../kernel/errors.ts'
import type { StoredReview } from '../../store/cycle/reviews.ts'

/**
 * Notes and clocks belong to a meeting whose book is frozen and that is not closed: what was written without a network may
 * come in later.
 * @throws `reviews.not-in-session`
 */
export function requireSession({ stage, period }: StoredReview): void {
  if (stage === 'collecting' || stage === 'closed') throw conflict('reviews.not-in-session', { period })
}
