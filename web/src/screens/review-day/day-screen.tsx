import { useParams } from '@tanstack/react-router'
import { Problem } from '../../api/problem.ts'
import { useBook } from '../../api/review-books.ts'
import { useCycle } from '../../api/review-cycles.ts'
import { PermittedScreen } from '../../app/permitted-screen.tsx'
import { useWords } from '../../i18n/use-words.ts'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { StateNote } from '../../ui/state-note.tsx'
import { MissingReview } from '../review/parts/missing-review.tsx'
import { DayPage } from './day-page.tsx'
import './day.css'

/** The meeting as it is held: one unit at a time, large; works on when the network is gone. */
export function DayScreen() {
  return (
    <main className="day">
      <PermittedScreen permission="reviews.read">
        <LoadedDay />
      </PermittedScreen>
    </main>
  )
}

function LoadedDay() {
  const { t } = useWords()
  const { reviewId } = useParams({ from: '/stage/review/$reviewId/day' })
  const { data: review, error, refetch } = useCycle(reviewId)
  const isFrozen = review !== undefined && review.book !== null
  const { data: book, error: noBook, refetch: again } = useBook(reviewId, { isEnabled: isFrozen })
  if (error instanceof Problem && (error.status === 404 || error.status === 400)) return <MissingReview />
  // What is shown stays, also when asking again fails.
  if (review && book) return <DayPage review={review} book={book} />
  const fault = error ?? noBook
  if (fault) return <ErrorNote error={fault} onRetry={() => Promise.all([refetch(), again()])} />
  if (!review || isFrozen) return <LoadingLines lines={12} />
  return (
    <StateNote
      title={t('day.not-frozen')}
      action={<a href={`/review/${reviewId}`}>{t('cycle.to-review')}</a>}
    >
      {t('day.not-frozen-way')}
    </StateNote>
  )
}
