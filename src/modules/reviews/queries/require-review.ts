import type { Tx } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { findReview, type StoredReview } from '../store/cycle/reviews.ts'

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
