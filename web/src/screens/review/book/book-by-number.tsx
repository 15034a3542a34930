import { Navigate, useParams, useSearch } from '@tanstack/react-router'
import { useBooks } from '../../../api/review-books.ts'
import { PermittedScreen } from '../../../app/permitted-screen.tsx'
import { ErrorNote } from '../../../ui/error-note.tsx'
import { LoadingLines } from '../../../ui/loading-lines.tsx'
import { MissingReview } from '../parts/missing-review.tsx'

/** A book by its number, as sources of later reviews name it. */
export function BookByNumber() {
  return (
    <PermittedScreen permission="reviews.read">
      <Found />
    </PermittedScreen>
  )
}

function Found() {
  const { number } = useParams({ from: '/house/reviews/books/$number' })
  const search = useSearch({ from: '/house/reviews/books/$number' })
  const { data, error, refetch } = useBooks()
  if (error) return <ErrorNote error={error} onRetry={refetch} />
  if (!data) return <LoadingLines lines={20} />
  const book = data.books.find((each) => String(each.number) === number)
  if (!book) return <MissingReview />
  return <Navigate to="/review/$reviewId/book" params={{ reviewId: book.reviewId }} search={search} replace />
}
