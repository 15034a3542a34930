import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { ItemQuery } from './items.ts'
import type { Get } from './model.ts'

export type DatedItem = Get<'/api/items/days'>['days'][number]
export type SavedView = Get<'/api/views'>['views'][number]

/** The first items of every state, with how many there are. */
export function useBoard(query: ItemQuery) {
  return useQuery({
    queryKey: ['items', 'board', query],
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(client.GET('/api/items/board', { params: { query: query as object } })),
  })
}

/** The days from one to another on which something is due, a node falls or an item is looked at again. */
export function useItemDays({ from, to, ...filter }: { from: string; to: string } & ItemQuery) {
  return useQuery({
    queryKey: ['items', 'days', from, to, filter],
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(client.GET('/api/items/days', { params: { query: { ...filter, from, to } } })),
  })
}

export function useSavedViews() {
  return useQuery({ queryKey: ['saved-views'], queryFn: () => answerOf(client.GET('/api/views')) })
}

export function useSaveView() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: { name: string; query: string; isShared: boolean }) =>
      answerOf(client.POST('/api/views', { body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['saved-views'] }),
  })
}

export function useRemoveView() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => answerOf(client.DELETE('/api/views/{id}', { params: { path: { id } } })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['saved-views'] }),
  })
}
