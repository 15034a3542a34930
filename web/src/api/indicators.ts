import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { paths } from './generated/schema.ts'
import type { BodyOf, Get } from './model.ts'
import { Problem } from './problem.ts'

export type IndicatorPage = Get<'/api/indicators'>
export type IndicatorLine = IndicatorPage['indicators'][number]
export type IndicatorDetail = Get<'/api/indicators/{code}'>
export type LeagueTable = Get<'/api/indicators/{code}/table'>
export type LeagueRow = LeagueTable['rows'][number]
export type Series = Get<'/api/indicators/{code}/series'>
export type UnitMap = Get<'/api/units/map'>
export type Vintage = Get<'/api/vintages'>['vintages'][number]
export type Publication = Get<'/api/publications/{number}'>
export type FreezeTable = BodyOf<paths['/api/publications']['post']>

/** A unit as the indicators name it. */
export interface UnitRef {
  readonly key: string
  readonly name: string
  readonly unitId: string | null
}

type Asked<Path extends keyof paths> = paths[Path] extends { get: { parameters: { query?: infer Query } } }
  ? Without<NonNullable<Query>>
  : never
/** A question's fields may be left undefined. */
type Without<Query> = { readonly [Key in keyof Query]?: Query[Key] | undefined }

/** The fields that are given: an undefined one must not be sent. */
function given<Query extends object>(query: Query): Record<string, never> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined)) as never
}

export function useIndicators(query: Asked<'/api/indicators'>) {
  return useQuery({
    queryKey: ['indicators', 'list', query],
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(client.GET('/api/indicators', { params: { query: given(query) } })),
  })
}

export const indicatorQuery = (code: string) =>
  queryOptions({
    queryKey: ['indicators', 'one', code],
    queryFn: () => answerOf(client.GET('/api/indicators/{code}', { params: { path: { code } } })),
  })

export function useIndicator(code: string) {
  return useQuery(indicatorQuery(code))
}

type AskTable = Asked<'/api/indicators/{code}/table'> & { readonly period: string | undefined }

export const leagueTableQuery = (code: string, query: AskTable) =>
  queryOptions({
    queryKey: ['indicators', 'table', code, query],
    queryFn: () =>
      answerOf(
        client.GET('/api/indicators/{code}/table', {
          params: { path: { code }, query: given(query) as unknown as { period: string } },
        }),
      ),
  })

/** Nothing is asked before the period is known. */
export function useLeagueTable(code: string, query: AskTable) {
  return useQuery({
    ...leagueTableQuery(code, query),
    enabled: query.period !== undefined,
    placeholderData: keepPreviousData,
  })
}

/** Nothing is asked without an indicator. */
export function useSeries(code: string | undefined, query: Asked<'/api/indicators/{code}/series'>) {
  return useQuery({
    queryKey: ['indicators', 'series', code, query],
    enabled: code !== undefined,
    placeholderData: keepPreviousData,
    queryFn: () =>
      answerOf(
        client.GET('/api/indicators/{code}/series', {
          params: { path: { code: code! }, query: given(query) },
        }),
      ),
  })
}

export function useIndicatorVintages(code: string) {
  return useQuery({
    queryKey: ['indicators', 'vintages', code],
    queryFn: () => answerOf(client.GET('/api/indicators/{code}/vintages', { params: { path: { code } } })),
  })
}

/** Outlines of the units as of a day; null where the city has none, which is no failure. */
export function useUnitMap(asOf: string | undefined) {
  return useQuery({
    queryKey: ['units', 'map', asOf ?? null],
    enabled: asOf !== undefined,
    staleTime: 5 * 60_000,
    queryFn: async () => {
      try {
        const map = await answerOf(client.GET('/api/units/map', { params: { query: given({ asOf }) } }))
        // The client reads a pair of numbers as a list of any length.
        return map as UnitMap
      } catch (error) {
        if (error instanceof Problem && error.status === 404) return null
        throw error
      }
    },
  })
}

/** Freezes a table as the next numbered publication. */
export function useFreeze() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: FreezeTable) => answerOf(client.POST('/api/publications', { body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['indicators', 'publications'] }),
  })
}

export function usePublication(number: number) {
  return useQuery({
    queryKey: ['indicators', 'publications', number],
    queryFn: () => answerOf(client.GET('/api/publications/{number}', { params: { path: { number } } })),
  })
}
