import type { Context } from '../../../../kernel/context.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import type { Book, Books } from '../../schema.ts'
import { listBooks } from '../../store/cycle/books.ts'
import { selectReviews } from '../../store/cycle/reviews.ts'
import { readBook } from './read-book.ts'
import { requireReview } from './require-review.ts'

/** The book of a review. @throws `reviews.no-such-review`, `reviews.not-frozen` */
export function getBook(ctx: Context, reviewId: string): Promise<Book> {
  authorize(ctx, 'reviews.read')
  return ctx.transaction(async (tx) => {
    const { period } = await requireReview(tx, reviewId)
    const book = await readBook(tx, reviewId, ctx.locale)
    if (!book) throw notFound('reviews.not-frozen', { period })
    return book
  })
}

/** All books, the newest first. */
export function findBooks(ctx: Context): Promise<Books> {
  authorize(ctx, 'reviews.read')
  return ctx.transaction(async (tx) => {
    const reviews = new Map((await selectReviews(tx)).map((review) => [review.id, review]))
    const books = await listBooks(tx)
    return {
      books: books.map(({ frozenAt, ...book }) => {
        const { period, title } = reviews.get(book.reviewId)!
        return { ...book, period, title, frozenAt: frozenAt.toISOString() }
      }),
    }
  })
}
