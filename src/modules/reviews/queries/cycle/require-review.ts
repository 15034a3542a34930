import type { Tx } from '../../../../kernel/context.ts'
import { conflict, notFound } from '../../../../kernel/errors.ts'
import { findReview, type StoredReview } from '../../store/cycle/reviews.ts'

/** @throws `reviews.no-such-review` */
export async function requireReview(
  tx: Tx,
  id: string,
  lock?: 'forUpdate' | 'forShare',
): Promise<StoredReview> {
  const review = await findReview(tx, id, lock)
  if (!review) throw notFound('reviews.no-such-review', { id })
  return review
}

/**
 * A review whose sheets may be written; nobody freezes it until the transaction ends.
 * @throws `reviews.no-such-review`, `reviews.is-frozen`
 */
export async function requireCollecting(tx: Tx, id: string): Promise<StoredReview> {
  const review = await requireReview(tx, id, 'forShare')
  refuseFrozen(review)
  return review
}

/** @throws `reviews.is-frozen` */
export function refuseFrozen({ stage, period }: StoredReview): void {
  if (stage !== 'collecting') throw conflict('reviews.is-frozen', { period, stage })
}

/**
 * A review to be changed, of which this version was read; everybody else waits.
 * @throws `reviews.no-such-review`, `reviews.review-changed`
 */
export async function requireVersion(
  tx: Tx,
  { id, version }: { id: string; version: number },
): Promise<StoredReview> {
  const review = await requireReview(tx, id, 'forUpdate')
  if (review.version !== version)
    throw conflict('reviews.review-changed', { version: review.version, by: review.changed_by })
  return review
}
