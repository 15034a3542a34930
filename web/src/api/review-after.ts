import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { paths } from './generated/schema.ts'
import { useRefreshItems } from './items.ts'
import type { BodyOf, Get } from './model.ts'
import { useRefreshReviews } from './review-cycles.ts'

export type Comparison = Get<'/api/reviews/cycles/{id}/comparison'>
export type ComparedUnit = Comparison['units'][number]
export type SaidPrinted = ComparedUnit['pairs'][number]
export type SaidLine = ComparedUnit['onlySaid'][number]
export type PrintedStatement = ComparedUnit['onlyPrinted'][number]
export type DecidePair = BodyOf<paths['/api/reviews/cycles/{id}/comparison']['post']>
export type Memo = Get<'/api/reviews/cycles/{id}/commitments'>
export type MemoEntry = Memo['entries'][number]

const comparisonKey = (reviewId: string) => ['review', reviewId, 'comparison']
const memoKey = (reviewId: string) => ['review', reviewId, 'commitments']

/** The frozen book beside the published report, by unit in speaking order. */
export function useComparison(reviewId: string) {
  return useQuery({
    queryKey: comparisonKey(reviewId),
    queryFn: () =>
      answerOf(client.GET('/api/reviews/cycles/{id}/comparison', { params: { path: { id: reviewId } } })),
  })
}

/** What was promised on the day and told in the report; read by whoever runs the meeting. */
export function useMemoOfReview(reviewId: string, { isEnabled }: { isEnabled: boolean }) {
  return useQuery({
    queryKey: memoKey(reviewId),
    enabled: isEnabled,
    queryFn: () =>
      answerOf(client.GET('/api/reviews/cycles/{id}/commitments', { params: { path: { id: reviewId } } })),
  })
}

/** What is done after the meeting: the report attached or taken away, pairs decided, tasks entered. */
export function useAfterSteps(reviewId: string) {
  const cache = useQueryClient()
  const refresh = useRefreshReviews()
  const refreshItems = useRefreshItems()
  const params = { path: { id: reviewId } }
  const attach = useMutation({
    mutationFn: (body: { version: number; reportId: string | null }) =>
      answerOf(client.PUT('/api/reviews/cycles/{id}/report', { params, body })),
    onSettled: refresh,
  })
  const decide = useMutation({
    // Keys are faster than answers: one after the other, so that the last answer is the newest.
    scope: { id: `comparison ${reviewId}` },
    mutationFn: (body: DecidePair) =>
      answerOf(client.POST('/api/reviews/cycles/{id}/comparison', { params, body })),
    onSuccess: (comparison) => cache.setQueryData(comparisonKey(reviewId), comparison),
  })
  const enter = useMutation({
    mutationFn: () => answerOf(client.POST('/api/reviews/cycles/{id}/commitments', { params })),
    onSuccess: ({ memo }) => {
      cache.setQueryData(memoKey(reviewId), memo)
      refreshItems()
    },
  })
  return { attach, decide, enter }
}
