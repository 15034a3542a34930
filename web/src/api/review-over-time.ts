import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { Get } from './model.ts'

export type OverTime = Get<'/api/reviews/over-time'>
export type FollowedReview = OverTime['reviews'][number]
export type FollowedShortfall = FollowedReview['shortfalls'][number]
export type Fate = FollowedShortfall['fate']
export type UnitQuarter = OverTime['units'][number]['quarters'][number]
export type Commitments = NonNullable<OverTime['commitments']>
export type ReviewOfReview = Get<'/api/reviews/over-time/reviews'>['reviews'][number]

/** What became of shortfalls, each unit against itself, and how long commitments take; of one unit or of all. */
export function useOverTime(unitId?: string, { isEnabled = true } = {}) {
  const query = unitId ? { unitId } : {}
  return useQuery({
    queryKey: ['review', 'over-time', query],
    enabled: isEnabled,
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(client.GET('/api/reviews/over-time', { params: { query } })),
  })
}

/** How each review was run. */
export function useReviewsOfReviews() {
  return useQuery({
    queryKey: ['review', 'over-time', 'reviews'],
    queryFn: () => answerOf(client.GET('/api/reviews/over-time/reviews')),
  })
}
