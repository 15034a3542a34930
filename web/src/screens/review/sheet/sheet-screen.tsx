import { useParams } from '@tanstack/react-router'
import { Problem } from '../../../api/problem.ts'
import { useBook } from '../../../api/review-books.ts'
import { useCycle } from '../../../api/review-cycles.ts'
import { useSheet } from '../../../api/review-sheets.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { useWords } from '../../../i18n/use-words.ts'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { StateNote } from '../../../ui/state-note.tsx'
import { MissingReview } from '../parts/missing-review.tsx'
import { SheetPage } from './sheet-page.tsx'

/** One unit's sheet: strengths, shortfalls, what became of last time's; written by the office, read by the unit. */
export function SheetScreen() {
  return (
    <PermittedScreen permission="reviews.read">
      <LoadedSheet />
    </PermittedScreen>
  )
}

function LoadedSheet() {
  const { t } = useWords()
  const { reviewId, unitId } = useParams({ from: '/house/review/$reviewId/sheets/$unitId' })
  const { data: review, error: noReview, refetch: againReview } = useCycle(reviewId)
  const { data: sheet, error: noSheet, refetch: againSheet } = useSheet(reviewId, unitId)
  const hasBook = review !== undefined && review.book !== null
  const { data: book, error: noBook, refetch: againBook } = useBook(reviewId, { isEnabled: hasBook })
  if (review && sheet && (book || !hasBook))
    return <SheetPage key={sheet.unitId} review={review} sheet={sheet} book={book} />
  const error = noReview ?? noSheet ?? noBook
  if (error instanceof Problem && error.status === 403) {
    return (
      <StateNote tone="error" title={t('cycle.not-your-sheet')}>
        {t('cycle.not-your-sheet-way')}
      </StateNote>
    )
  }
  if (error instanceof Problem && (error.status === 404 || error.status === 400)) return <MissingReview />
  const again = () => Promise.all([againReview(), againSheet(), hasBook && againBook()])
  return error ? <ErrorNote error={error} onRetry={again} /> : <LoadingLines lines={16} />
}
