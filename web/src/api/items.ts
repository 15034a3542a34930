import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { CorrectItem, CreateItem, Item } from './model.ts'

/** A question to the ledger: filters, order and page; what is left out does not narrow. */
export type ItemQuery = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>

export function useItems(query: ItemQuery, { isEnabled = true } = {}) {
  return useQuery({
    queryKey: ['items', 'list', query],
    enabled: isEnabled,
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(client.GET('/api/items', { params: { query: query as object } })),
  })
}

export function useItem(id: string) {
  return useQuery({
    queryKey: ['items', 'one', id],
    queryFn: () => answerOf(client.GET('/api/items/{id}', { params: { path: { id } } })),
  })
}

export function useCreateItem() {
  const refresh = useRefreshItems()
  return useMutation({
    mutationFn: (body: CreateItem) => answerOf(client.POST('/api/items', { body })),
    onSuccess: refresh,
  })
}

export function useCorrectItem() {
  const refresh = useRefreshItems()
  return useMutation({
    mutationFn: ({ id, body }: { id: string; body: CorrectItem }) =>
      answerOf(client.PATCH('/api/items/{id}', { params: { path: { id } }, body })),
    onSuccess: refresh,
  })
}

/** What follows from items is asked for again. */
export function useRefreshItems(): () => void {
  const cache = useQueryClient()
  return () => {
    for (const key of ['items', 'desk', 'statistics', 'home', 'reviews']) {
      cache.invalidateQueries({ queryKey: [key] })
    }
  }
}

/** The item as it stands now, past the cache: for whoever was overtaken. */
export function useFetchItem(): (id: string) => Promise<Item> {
  const cache = useQueryClient()
  return (id) =>
    cache.fetchQuery({
      queryKey: ['items', 'one', id],
      staleTime: 0,
      queryFn: () => answerOf(client.GET('/api/items/{id}', { params: { path: { id } } })),
    })
}
