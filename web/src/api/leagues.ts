import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { paths } from './generated/schema.ts'
import type { BodyOf, Get } from './model.ts'

export type League = Get<'/api/leagues/{key}'>
export type LeaguePresets = Get<'/api/league-presets'>
export type CompositeTable = Get<'/api/leagues/{key}/table'>
export type CompositeRow = CompositeTable['rows'][number]
export type DefineLeague = BodyOf<paths['/api/leagues']['post']>
export type LeagueEntry = Get<'/api/leagues/{key}/entries'>['entries'][number]
type ChangeLeague = BodyOf<paths['/api/leagues/{key}']['patch']>
type FreezeLeague = BodyOf<paths['/api/leagues/{key}/publications']['post']>
type EnterPoints = BodyOf<paths['/api/leagues/{key}/entries']['post']>

export function useLeagues() {
  return useQuery({
    queryKey: ['leagues', 'list'],
    queryFn: () => answerOf(client.GET('/api/leagues')),
  })
}

export function useLeaguePresets() {
  return useQuery({
    queryKey: ['leagues', 'presets'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => answerOf(client.GET('/api/league-presets')),
  })
}

export function useLeague(key: string) {
  return useQuery({
    queryKey: ['leagues', 'one', key],
    queryFn: () => answerOf(client.GET('/api/leagues/{key}', { params: { path: { key } } })),
  })
}

interface AskComposite {
  readonly period: string | undefined
  readonly cohort: string | undefined
  readonly asOf: number | undefined
}

/** Nothing is asked before a period is chosen. */
export function useCompositeTable(key: string, { period, cohort, asOf }: AskComposite) {
  return useQuery({
    queryKey: ['leagues', 'table', key, period, cohort, asOf],
    enabled: period !== undefined,
    placeholderData: keepPreviousData,
    queryFn: () =>
      answerOf(
        client.GET('/api/leagues/{key}/table', {
          params: {
            path: { key },
            query: { period: period!, ...(cohort && { cohort }), ...(asOf && { asOf }) },
          },
        }),
      ),
  })
}

export function useLeagueEntries(key: string, period: string) {
  return useQuery({
    queryKey: ['leagues', 'entries', key, period],
    queryFn: () =>
      answerOf(client.GET('/api/leagues/{key}/entries', { params: { path: { key }, query: { period } } })),
  })
}

/** Everything that is done to a league. */
export function useLeagueSteps() {
  const cache = useQueryClient()
  const onSuccess = () => cache.invalidateQueries({ queryKey: ['leagues'] })
  const define = useMutation({
    mutationFn: (body: DefineLeague) => answerOf(client.POST('/api/leagues', { body })),
    onSuccess,
  })
  const change = useMutation({
    mutationFn: ({ key, body }: { key: string; body: ChangeLeague }) =>
      answerOf(client.PATCH('/api/leagues/{key}', { params: { path: { key } }, body })),
    onSuccess,
  })
  const enter = useMutation({
    mutationFn: ({ key, body }: { key: string; body: EnterPoints }) =>
      answerOf(client.POST('/api/leagues/{key}/entries', { params: { path: { key } }, body })),
    onSuccess,
  })
  const freeze = useMutation({
    mutationFn: ({ key, body }: { key: string; body: FreezeLeague }) =>
      answerOf(client.POST('/api/leagues/{key}/publications', { params: { path: { key } }, body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['indicators', 'publications'] }),
  })
  return { define, change, enter, freeze }
}
