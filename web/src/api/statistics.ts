import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { Get } from './model.ts'

export type Statistics = Get<'/api/items/statistics'>
export type StatisticsRow = Statistics['rows'][number]
export type Share = StatisticsRow['open']
export type Median = StatisticsRow['medians']['sign']

interface Asking {
  readonly by: Statistics['by']
  readonly asOf?: string | undefined
}

export function useStatistics({ by, asOf }: Asking) {
  return useQuery({
    queryKey: ['statistics', by, asOf ?? null],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answerOf(client.GET('/api/items/statistics', { params: { query: { by, ...(asOf ? { asOf } : {}) } } })),
  })
}

export type Pace = Get<'/api/items/pace'>
export type PaceRow = Pace['rows'][number]

/** Time passed against progress. */
export function usePace({ by, asOf }: { readonly by: Pace['by']; readonly asOf?: string | undefined }) {
  return useQuery({
    queryKey: ['statistics', 'pace', by, asOf ?? null],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answerOf(client.GET('/api/items/pace', { params: { query: { by, ...(asOf ? { asOf } : {}) } } })),
  })
}
