import type { Locale, Tx } from '../../../../kernel/context.ts'
import { fingerprintOf } from '../../fingerprint-of.ts'
import type { Book, BookLine, Correction, ShownLine } from '../../schema.ts'
import { findBook, listBookSheets, listCorrections } from '../../store/cycle/books.ts'

/**
 * The book of a review with the sheets that the actor may see: each line as it was frozen, and as the listed corrections show
 * it now. Undefined before it is frozen.
 */
export async function readBook(tx: Tx, reviewId: string, locale: Locale): Promise<Book | undefined> {
  const book = await findBook(tx, reviewId)
  if (!book) return undefined
  const sheets = await listBookSheets(tx, book.number)
  const corrections = await listCorrections(tx, book.number)
  const hashes = new Map(book.content.sheets.map(({ unitId, contentHash }) => [unitId, contentHash]))
  const isIntact =
    fingerprintOf(book.content) === book.contentHash &&
    sheets.every(
      ({ unitId, content, contentHash }) =>
        fingerprintOf(content) === contentHash && hashes.get(unitId) === contentHash,
    )
  return {
    number: book.number,
    reviewId,
    contentHash: book.contentHash,
    isIntact,
    frozenAt: book.frozenAt.toISOString(),
    frozenBy: book.frozenBy,
    content: book.content,
    sheets: sheets.map(({ content: { lines, ...head }, contentHash }) => ({
      ...head,
      contentHash,
      lines: lines.map((line) => showLine(line, corrections, locale)),
    })),
    corrections,
  }
}

/** A line of a book as its corrections show it now. */
export function showLine(line: BookLine, corrections: readonly Correction[], locale: Locale): ShownLine {
  const own = corrections.filter(({ lineId }) => lineId === line.lineId)
  const after: Correction['after'] = Object.assign({}, ...own.map((correction) => correction.after))
  const { words = line.words, outcome = line.outcome, included = true } = after
  return {
    ...line,
    words,
    outcome,
    included,
    shown: words ?? (locale === 'en' ? line.text.en : line.text.zh),
    corrections: own.map(({ seq }) => seq),
  }
}
