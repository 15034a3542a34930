import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'

export function useReviewLines() {
  return useQuery({ queryKey: ['reviews'], queryFn: () => answerOf(client.GET('/api/reviews')) })
}

export function useUnitReview(unitId: string) {
  return useQuery({
    queryKey: ['reviews', unitId],
    queryFn: () => answerOf(client.GET('/api/reviews/units/{unitId}', { params: { path: { unitId } } })),
  })
}

/** A person's word on whether an earlier shortfall came back. */
export function useDecideRecurrence() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: { earlierId: string; laterId: string; verdict: 'confirmed' | 'dismissed' }) =>
      answerOf(client.POST('/api/reviews/recurrences', { body })),
    onSettled: () => {
      cache.invalidateQueries({ queryKey: ['reviews'] })
      cache.invalidateQueries({ queryKey: ['home'] })
    },
  })
}
