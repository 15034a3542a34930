import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { paths } from './generated/schema.ts'
import type { BodyOf, Get } from './model.ts'

export type ExternalPosition = Get<'/api/external-positions'>['positions'][number]
export type AddExternalPosition = BodyOf<paths['/api/external-positions']['post']>

interface AskPositions {
  readonly indicator?: string | undefined
  readonly history?: boolean | undefined
}

export function useExternalPositions({ indicator, history = false }: AskPositions) {
  return useQuery({
    queryKey: ['external-positions', indicator ?? '', history],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answerOf(
        client.GET('/api/external-positions', {
          params: { query: { ...(indicator && { indicator }), ...(history && { history: 'true' }) } },
        }),
      ),
  })
}

/** Puts down a printed position, which supersedes the one before, or withdraws it. Verdicts on claims may change. */
export function usePositionSteps() {
  const cache = useQueryClient()
  const onSuccess = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: ['external-positions'] }),
      cache.invalidateQueries({ queryKey: ['claims'] }),
    ])
  const add = useMutation({
    mutationFn: (body: AddExternalPosition) => answerOf(client.POST('/api/external-positions', { body })),
    onSuccess,
  })
  const withdraw = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      answerOf(
        client.POST('/api/external-positions/{id}/withdraw', { params: { path: { id } }, body: { reason } }),
      ),
    onSuccess,
  })
  return { add, withdraw }
}
