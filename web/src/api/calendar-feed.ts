import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'

const KEY = ['calendar-feed']

/** Whether one has an address for calendar programs, and since when; the address itself is told once. */
export function useCalendarFeed() {
  return useQuery({
    queryKey: KEY,
    queryFn: () => answerOf(client.GET('/api/calendar-feed')),
  })
}

/** A new address; an older one stops working. */
export function useMakeFeed() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: () => answerOf(client.POST('/api/calendar-feed')),
    onSuccess: () => cache.invalidateQueries({ queryKey: KEY }),
  })
}

export function useRevokeFeed() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: () => answerOf(client.DELETE('/api/calendar-feed')),
    onSuccess: () => cache.invalidateQueries({ queryKey: KEY }),
  })
}
