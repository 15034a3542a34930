import type { Context } from '../../../../kernel/context.ts'
import { conflict, invalid, notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { readBook } from '../../queries/cycle/read-book.ts'
import { requireReview } from '../../queries/cycle/require-review.ts'
import type { Book, CorrectBook, Corrected, ShownLine } from '../../schema.ts'
import { insertCorrection, nextCorrection } from '../../store/cycle/books.ts'

/**
 * Lists a correction of a line of the book, with its reason: the only way to change what a frozen book shows. What was frozen
 * stays, and so does its hash.
 * @throws `reviews.no-such-review`, `reviews.not-frozen`, `reviews.line-not-in-book`, `reviews.corrects-nothing`,
 * `reviews.outcome-of-follow-up`
 */
export async function correctBook(ctx: Context, reviewId: string, input: CorrectBook): Promise<Book> {
  authorize(ctx, 'reviews.prepare')
  return ctx.transaction(async (tx) => {
    // Corrections of one book wait for each other: their numbers have no gaps.
    const review = await requireReview(tx, reviewId, 'forUpdate')
    const book = await readBook(tx, reviewId, ctx.locale)
    if (!book) throw conflict('reviews.not-frozen', { period: review.period })
    const sheet = book.sheets.find(({ lines }) => lines.some(({ lineId }) => lineId === input.lineId))
    const line = sheet?.lines.find(({ lineId }) => lineId === input.lineId)
    if (!sheet || !line) throw notFound('reviews.line-not-in-book', { number: book.number })
    const { before, after } = changeOf(line, input.after)
    if (Object.keys(after).length === 0) throw invalid('reviews.corrects-nothing', { number: book.number })
    if (after.outcome !== undefined && line.side !== 'follow-up')
      throw invalid('reviews.outcome-of-follow-up', { side: line.side })
    const seq = await nextCorrection(tx, book.number)
    await insertCorrection(
      tx,
      { tenantId: ctx.tenantId, number: book.number },
      {
        seq,
        lineId: line.lineId,
        unitId: sheet.unitId,
        before,
        after,
        reason: input.reason,
        correctedAt: ctx.clock.now(),
        correctedBy: ctx.actor.name,
      },
    )
    await journal(tx, ctx, {
      action: 'reviews.book-corrected',
      subject: { type: 'review', id: reviewId },
      detail: { number: book.number, seq, lineId: line.lineId, before, after, reason: input.reason },
    })
    return (await readBook(tx, reviewId, ctx.locale))!
  })
}

/** What the correction really changes, and what stood there. */
function changeOf(line: ShownLine, wanted: Corrected): { before: Corrected; after: Corrected } {
  const before: Corrected = {}
  const after: Corrected = {}
  if (wanted.words !== undefined && wanted.words !== line.shown) {
    before.words = line.shown
    after.words = wanted.words
  }
  if (wanted.included !== undefined && wanted.included !== line.included) {
    before.included = line.included
    after.included = wanted.included
  }
  if (wanted.outcome !== undefined && wanted.outcome !== line.outcome) {
    if (line.outcome !== null) before.outcome = line.outcome
    after.outcome = wanted.outcome
  }
  return { before, after }
}
