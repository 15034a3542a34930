import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { Get } from './model.ts'

export type PublicationLine = Get<'/api/publications'>['publications'][number]

interface AskPublications {
  readonly indicator?: string | undefined
  readonly page?: number | undefined
}

/** Frozen tables, the newest first. */
export function usePublications({ indicator, page }: AskPublications) {
  return useQuery({
    queryKey: ['indicators', 'publications', 'list', indicator ?? '', page ?? 1],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answerOf(
        client.GET('/api/publications', {
          params: { query: { ...(indicator ? { indicator } : {}), ...(page ? { page } : {}) } },
        }),
      ),
  })
}

/** The latest publications of values. */
export function useVintages() {
  return useQuery({
    queryKey: ['indicators', 'vintages'],
    queryFn: () => answerOf(client.GET('/api/vintages')),
  })
}

/** Hashes a vintage again: is it still what was published? */
export function useCheckVintage() {
  return useMutation({
    mutationFn: (number: number) =>
      answerOf(client.GET('/api/vintages/{number}/check', { params: { path: { number } } })),
  })
}
