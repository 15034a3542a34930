import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { ItemQuery } from './items.ts'
import type { Item } from './model.ts'

/** The first items of every state, with how many there are. */
export function useBoard(query: ItemQuery) {
  return useQuery({
    queryKey: ['items', 'board', query],
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(client.GET('/api/items/board', { params: { query: query as object } })),
  })
}

/** The days of a span on which something is due, a node falls or an item is looked at again. */
export function useItemDays(query: ItemQuery) {
  return useQuery({
    queryKey: ['items', 'days', query],
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(client.GET('/api/items/days', { params: { query: { ...query, from, to } } })),
  })
}

export function useSavedViews() {
  return useQuery({
    queryKey: ['saved-views'],
    queryFn: () => answerOf(client.GET('/api/views' as never)) as Promise<{ views: SavedView[] }>,
  })
}

export function useSaveView() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; query: string; isShared: boolean }) =>
      answerOf(client.POST('/api/views' as never, { body } as never)) as Promise<SavedView>,
    onSuccess: () => cache.invalidateQueries({ queryKey: ['saved-views'] }),
  })
}

export function useRemoveView() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (id: string) =>
      answerOf(client.DELETE('/api/views/{id}' as never, { params: { path: { id } } } as never)),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['saved-views'] }),
  })
}
