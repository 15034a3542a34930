import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { paths } from './generated/schema.ts'
import type { BodyOf, Get } from './model.ts'

export type Target = Get<'/api/targets'>['targets'][number]
export type SetTargets = BodyOf<paths['/api/targets']['put']>

interface AskTargets {
  readonly indicator?: string | undefined
  readonly unit?: string | undefined
  readonly period?: string | undefined
}

export function useTargets(asked: AskTargets) {
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  return useQuery({
    queryKey: ['indicators', 'targets', asked],
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(client.GET('/api/targets', { params: { query } })),
  })
}

/** Sets, changes and removes targets, all or none. */
export function useSetTargets() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: SetTargets) => answerOf(client.PUT('/api/targets', { body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['indicators'] }),
  })
}
