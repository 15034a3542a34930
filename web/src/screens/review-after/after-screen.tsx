import { useParams } from '@tanstack/react-router'
import { Problem } from '../../api/problem.ts'
import { useComparison } from '../../api/review-after.ts'
import { useCycle } from '../../api/review-cycles.ts'
import { PermittedScreen } from '../../app/permitted-screen.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { LoadingLines } from '../../ui/loading-lines.tsx'
import { MissingReview } from '../review/parts/missing-review.tsx'
import { AfterPage } from './after-page.tsx'

/** After the meeting: the published report beside the book, tasks into the ledger, the memo of commitments. */
export function AfterScreen() {
  return (
    <PermittedScreen permission="reviews.read">
      <LoadedAfter />
    </PermittedScreen>
  )
}

function LoadedAfter() {
  const { reviewId } = useParams({ from: '/house/review/$reviewId/after' })
  const { data: review, error, refetch } = useCycle(reviewId)
  const { data: comparison, error: noComparison, refetch: again } = useComparison(reviewId)
  if (review && comparison) return <AfterPage review={review} comparison={comparison} />
  const fault = error ?? noComparison
  if (fault instanceof Problem && (fault.status === 404 || fault.status === 400)) return <MissingReview />
  return fault ? (
    <ErrorNote error={fault} onRetry={() => Promise.all([refetch(), again()])} />
  ) : (
    <LoadingLines lines={14} />
  )
}
