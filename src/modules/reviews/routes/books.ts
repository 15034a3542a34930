import { z } from 'zod'
import type { HttpApp } from '../../../platform/module.ts'
import { correctBook } from '../commands/cycle/correct-book.ts'
import { findBooks, getBook } from '../queries/cycle/books.ts'
import { Book, Books, CorrectBook } from '../schema.ts'

const tags = ['reviews']
const params = z.object({ id: z.uuid() })

/** What freezing made of reviews. */
export function bookRoutes(app: HttpApp): void {
  app.get(
    '/api/reviews/books',
    {
      config: { permission: 'reviews.read' },
      schema: {
        operationId: 'listReviewBooks',
        summary: 'Books, the newest first',
        tags,
        response: { 200: Books },
      },
    },
    ({ context }) => findBooks(context),
  )

  app.get(
    '/api/reviews/cycles/:id/book',
    {
      config: { permission: 'reviews.read' },
      schema: {
        operationId: 'getReviewBook',
        summary: 'The book of a review: as frozen, and as its listed corrections show it now',
        tags,
        params,
        response: { 200: Book },
      },
    },
    ({ context, params: { id } }) => getBook(context, id),
  )

  app.post(
    '/api/reviews/cycles/:id/corrections',
    {
      config: { permission: 'reviews.prepare' },
      schema: {
        operationId: 'correctReviewBook',
        summary: 'List a correction of a line of the book',
        tags,
        params,
        body: CorrectBook,
        response: { 200: Book },
      },
    },
    ({ context, params: { id }, body }) => correctBook(context, id, body),
  )
}
