import type { Context } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import type { ListedReview, ReviewDetail, Reviews } from '../../schema.ts'
import { listBooks } from '../../store/cycle/books.ts'
import { countSpeakers, selectReviews } from '../../store/cycle/reviews.ts'
import { presentDetail, presentReview, presentStages } from './present-review.ts'
import { requireReview } from './require-review.ts'

/** The city's reviews, the newest first. */
export function listCycles(ctx: Context): Promise<Reviews> {
  authorize(ctx, 'reviews.read')
  return ctx.transaction(async (tx) => {
    const speakers = await countSpeakers(tx)
    const books = new Map((await listBooks(tx)).map((book) => [book.reviewId, book]))
    const others = await selectReviews(tx)
    const reviews: ListedReview[] = []
    for (const review of others) {
      const counted = { speakers: speakers.get(review.id) ?? 0, book: books.get(review.id) ?? null }
      const stages = await presentStages(ctx, tx, { review, others })
      reviews.push({ ...presentReview(review, counted), stages })
    }
    return { reviews }
  })
}

/** One review with its stages, agenda and what may be done next. @throws `reviews.no-such-review` */
export function getCycle(ctx: Context, id: string): Promise<ReviewDetail> {
  authorize(ctx, 'reviews.read')
  return ctx.transaction(async (tx) => presentDetail(ctx, tx, await requireReview(tx, id)))
}
