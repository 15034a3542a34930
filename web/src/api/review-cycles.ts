import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { ChangeReview, EnterStage, OpenReview, SetAgenda } from './review-model.ts'

/** All reviews, the latest period first. */
export function useCycles() {
  return useQuery({
    queryKey: ['review', 'list'],
    queryFn: () => answerOf(client.GET('/api/reviews/cycles')),
  })
}

export function useCycle(id: string) {
  return useQuery({
    queryKey: ['review', id, 'head'],
    queryFn: () => answerOf(client.GET('/api/reviews/cycles/{id}', { params: { path: { id } } })),
  })
}

/** Who might speak, with the reasons of the rotation; asked for when the list is opened. */
export function useProposal(id: string, { cohort, count }: { cohort: string; count: number | null }) {
  const query = { cohort, ...(count && { count }) }
  return useQuery({
    queryKey: ['review', id, 'proposal', cohort, count],
    queryFn: () =>
      answerOf(client.GET('/api/reviews/cycles/{id}/proposal', { params: { path: { id }, query } })),
  })
}

export function useOpenCycle() {
  const refresh = useRefreshReviews()
  return useMutation({
    mutationFn: (body: OpenReview) => answerOf(client.POST('/api/reviews/cycles', { body })),
    onSuccess: refresh,
  })
}

/** Changes the head of a review, its agenda, or the stage it stands at. */
export function useCycleSteps(id: string) {
  const params = { path: { id } }
  const refresh = useRefreshReviews()
  const change = useMutation({
    mutationFn: (body: ChangeReview) => answerOf(client.PATCH('/api/reviews/cycles/{id}', { params, body })),
    onSuccess: refresh,
  })
  const setAgenda = useMutation({
    mutationFn: (body: SetAgenda) =>
      answerOf(client.PUT('/api/reviews/cycles/{id}/agenda', { params, body })),
    onSuccess: refresh,
  })
  const enter = useMutation({
    mutationFn: (body: EnterStage) =>
      answerOf(client.POST('/api/reviews/cycles/{id}/stage', { params, body })),
    onSuccess: refresh,
  })
  return { change, setAgenda, enter }
}

/** Everything that is shown of reviews is asked for again. */
export function useRefreshReviews(): () => void {
  const cache = useQueryClient()
  return () => {
    cache.invalidateQueries({ queryKey: ['review'] })
  }
}
