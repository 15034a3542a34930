import { useParams, useSearch } from '@tanstack/react-router'
import { Problem } from '../../../api/problem.ts'
import { useBook } from '../../../api/review-books.ts'
import { useCycle } from '../../../api/review-cycles.ts'
import { useSheetSummaries, useSheets } from '../../../api/review-sheets.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { MissingReview } from '../parts/missing-review.tsx'
import { sheetLines } from '../sheet/sheet-lines.ts'
import { BookPage } from './book-page.tsx'

/** The book as it is read and printed: agenda, then one page a unit. Before it is frozen, what it would be now. */
export function BookScreen() {
  return (
    <PermittedScreen permission="reviews.read">
      <LoadedBook />
    </PermittedScreen>
  )
}

function LoadedBook() {
  const { reviewId } = useParams({ from: '/house/review/$reviewId/book' })
  const { line } = useSearch({ from: '/house/review/$reviewId/book' })
  const { data: review, error, refetch } = useCycle(reviewId)
  const hasBook = review !== undefined && review.book !== null
  const { data: book, error: noBook, refetch: again } = useBook(reviewId, { isEnabled: hasBook })
  const { data: listed, error: noSheets } = useSheetSummaries(reviewId)
  const seen = listed?.sheets.toSorted((a, b) => a.position - b.position).map(({ unitId }) => unitId)
  const sheets = useSheets(reviewId, seen ?? [])
  if (error instanceof Problem && (error.status === 404 || error.status === 400)) return <MissingReview />
  const fault = error ?? noBook ?? noSheets ?? sheets.error
  if (fault) return <ErrorNote error={fault} onRetry={() => Promise.all([refetch(), again()])} />
  if (!review || !listed || (hasBook && !book) || sheets.isPending) return <LoadingLines lines={20} />
  const pages = sheets.data.map((sheet) => ({
    unitId: sheet.unitId,
    lines: sheetLines(sheet, book).filter(({ included }) => included),
  }))
  return <BookPage review={review} book={book} pages={pages} litId={line} />
}
