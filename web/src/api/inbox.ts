import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { InboxPreferences, MarkRead, SavePreferences, SaveWebhook } from './model.ts'

export interface InboxQuery {
  show: 'all' | 'unread'
  page: number
  pageSize: number
}

export function useInbox(query: InboxQuery) {
  return useQuery({
    queryKey: ['inbox', 'list', query],
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(client.GET('/api/inbox', { params: { query } })),
  })
}

/** How many messages wait, for the bell. */
export function useUnread() {
  return useQuery({
    queryKey: ['inbox', 'unread'],
    queryFn: () =>
      answerOf(client.GET('/api/inbox', { params: { query: { show: 'unread', page: 1, pageSize: 1 } } })),
    select: ({ unread }) => unread,
  })
}

export function useMarkRead() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: MarkRead) => answerOf(client.POST('/api/inbox/read', { body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['inbox'] }),
  })
}

export function useInboxPreferences() {
  return useQuery({
    queryKey: ['inbox-preferences'],
    queryFn: () => answerOf(client.GET('/api/inbox/preferences')),
  })
}

export function useSaveInboxPreferences() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: SavePreferences) => answerOf(client.PUT('/api/inbox/preferences', { body })),
    onSuccess: (saved: InboxPreferences) => cache.setQueryData(['inbox-preferences'], saved),
  })
}

export function useWebhook() {
  return useQuery({
    queryKey: ['inbox-webhook'],
    queryFn: () => answerOf(client.GET('/api/inbox/webhook')),
  })
}

export function useSaveWebhook() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: SaveWebhook) => answerOf(client.PUT('/api/inbox/webhook', { body })),
    onSuccess: (saved) => cache.setQueryData(['inbox-webhook'], saved),
  })
}
