import { useMutation, useQuery } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import { useRefreshReviews } from './review-cycles.ts'
import type { CorrectBook } from './review-model.ts'

/** What freezing made of a review, with its corrections; asked for only when there is one. */
export function useBook(reviewId: string, { isEnabled = true } = {}) {
  return useQuery({
    queryKey: ['review', reviewId, 'book'],
    enabled: isEnabled,
    queryFn: () =>
      answerOf(client.GET('/api/reviews/cycles/{id}/book', { params: { path: { id: reviewId } } })),
  })
}

export function useCorrectBook(reviewId: string) {
  const refresh = useRefreshReviews()
  return useMutation({
    mutationFn: (body: CorrectBook) =>
      answerOf(
        client.POST('/api/reviews/cycles/{id}/corrections', { params: { path: { id: reviewId } }, body }),
      ),
    onSuccess: refresh,
  })
}

/** All books, the newest first: which review a number belongs to. */
export function useBooks() {
  return useQuery({
    queryKey: ['review', 'books'],
    queryFn: () => answerOf(client.GET('/api/reviews/books')),
  })
}
