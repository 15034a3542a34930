import { useParams } from '@tanstack/react-router'
import { Problem } from '../../../api/problem.ts'
import { useCycle } from '../../../api/review-cycles.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { MissingReview } from '../parts/missing-review.tsx'
import { ReviewPage } from './review-page.tsx'

/** One meeting: its stages with their dates, who speaks, how far each sheet is, and the book that it becomes. */
export function ReviewScreen() {
  return (
    <PermittedScreen permission="reviews.read">
      <LoadedReview />
    </PermittedScreen>
  )
}

function LoadedReview() {
  const { reviewId } = useParams({ from: '/house/review/$reviewId' })
  const { data: review, error, refetch } = useCycle(reviewId)
  if (review) return <ReviewPage key={review.id} review={review} />
  if (error instanceof Problem && (error.status === 404 || error.status === 400)) return <MissingReview />
  return error ? <ErrorNote error={error} onRetry={refetch} /> : <LoadingLines lines={14} />
}
