import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { paths } from './generated/schema.ts'
import { useRefreshItems } from './items.ts'
import type { BodyOf, Get } from './model.ts'
import { useRefreshReviews } from './review-cycles.ts'

export type Matters = Get<'/api/reviews/matters'>
export type Matter = Matters['matters'][number]
export type MatterState = Matter['state']
export type SuggestedPair = Matters['suggestions'][number]
export type MatterDetail = Get<'/api/reviews/matters/{id}'>
export type MatterStep = MatterDetail['steps'][number]
export type MatterPart = MatterStep['parts'][number]
export type SuggestedPart = MatterDetail['suggestions'][number]
export type ChangeMatter = BodyOf<paths['/api/reviews/matters/{id}']['patch']>
export type PartRef = BodyOf<paths['/api/reviews/matters/{id}/parts']['post']>['parts'][number]
export type LinkItem = BodyOf<paths['/api/reviews/matters/{id}/items']['post']>

export interface MatterQuery {
  readonly unitId?: string | undefined
  readonly state?: MatterState | undefined
  readonly atLeast?: number | undefined
}

export function useMatters({ unitId, state, atLeast }: MatterQuery, { isEnabled = true } = {}) {
  const query = { ...(unitId && { unitId }), ...(state && { state }), ...(atLeast && { atLeast }) }
  return useQuery({
    queryKey: ['review', 'matters', query],
    enabled: isEnabled,
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(client.GET('/api/reviews/matters', { params: { query } })),
  })
}

const matterQuery = (id: string) => ({
  queryKey: ['review', 'matter', id],
  queryFn: () => answerOf(client.GET('/api/reviews/matters/{id}', { params: { path: { id } } })),
})

/** One matter with its chain; of one that was merged away, the one that it became. */
export function useMatter(id: string) {
  return useQuery(matterQuery(id))
}

/** Shortfalls become a matter of their own. */
export function useBeginMatter() {
  const refresh = useRefreshReviews()
  return useMutation({
    mutationFn: (body: { parts: PartRef[] }) => answerOf(client.POST('/api/reviews/matters', { body })),
    onSettled: refresh,
  })
}

/** What an office does to a matter; each answers the matter as it is then, a split the new one. */
export function useMatterSteps(id: string) {
  const cache = useQueryClient()
  const refresh = useRefreshReviews()
  const refreshItems = useRefreshItems()
  const params = { path: { id } }
  const onSuccess = (matter: MatterDetail) => {
    refresh()
    cache.setQueryData(['review', 'matter', matter.id], matter)
  }
  const change = useMutation({
    mutationFn: (body: ChangeMatter) => answerOf(client.PATCH('/api/reviews/matters/{id}', { params, body })),
    onSuccess,
  })
  const add = useMutation({
    mutationFn: (body: { version: number; parts: PartRef[] }) =>
      answerOf(client.POST('/api/reviews/matters/{id}/parts', { params, body })),
    onSuccess,
  })
  const split = useMutation({
    mutationFn: (body: { version: number; partIds: string[] }) =>
      answerOf(client.POST('/api/reviews/matters/{id}/split', { params, body })),
    onSuccess,
  })
  const merge = useMutation({
    mutationFn: (body: { version: number; otherId: string }) =>
      answerOf(client.POST('/api/reviews/matters/{id}/merge', { params, body })),
    onSuccess,
  })
  const items = useMutation({
    mutationFn: (body: LinkItem) =>
      answerOf(client.POST('/api/reviews/matters/{id}/items', { params, body })),
    onSuccess: (matter) => {
      onSuccess(matter)
      refreshItems()
    },
  })
  /** The matter as it stands now, past the cache: for whoever was overtaken. */
  const reload = () => cache.fetchQuery({ ...matterQuery(id), staleTime: 0 })
  return { change, add, split, merge, items, reload }
}
