import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { CorrectItem, CreateItem, ListItems } from './model.ts'

export function useItems(query: ListItems) {
  return useQuery({
    queryKey: ['items', query],
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(client.GET('/api/items', { params: { query } })),
  })
}

export function useItem(id: string) {
  return useQuery({
    queryKey: ['items', 'one', id],
    queryFn: () => answerOf(client.GET('/api/items/{id}', { params: { path: { id } } })),
  })
}

export function useCreateItem() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (body: CreateItem) => answerOf(client.POST('/api/items', { body })),
    onSuccess: refresh,
  })
}

export function useCorrectItem() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: CorrectItem }) =>
      answerOf(client.PATCH('/api/items/{id}', { params: { path: { id } }, body })),
    onSuccess: refresh,
  })
}

function useRefresh() {
  const cache = useQueryClient()
  return () => {
    cache.invalidateQueries({ queryKey: ['items'] })
    cache.invalidateQueries({ queryKey: ['home'] })
  }
}
