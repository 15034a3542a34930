import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { Get } from './model.ts'

export type UnitPage = Get<'/api/measured-units/{id}/page'>
export type UnitStanding = UnitPage['standings'][number]
export type UnitFirst = Get<'/api/measured-units/{id}/firsts'>['firsts'][number]
export type Comparison = Get<'/api/compare'>
export type PaceBoard = Get<'/api/pace'>
export type PaceCell = PaceBoard['cells'][number]

interface AskUnit {
  readonly cohort?: string | undefined
  readonly tag?: string | undefined
  readonly page?: number | undefined
}

const PAGE_SIZE = 200

const queryOf = ({ cohort, tag, page }: AskUnit) => ({
  pageSize: PAGE_SIZE,
  ...(cohort ? { cohort } : {}),
  ...(tag ? { tag } : {}),
  ...(page ? { page } : {}),
})

/** Where a unit stands in each indicator. */
export function useUnitPage(id: string, asked: AskUnit) {
  return useQuery({
    queryKey: ['indicators', 'unit', id, asked],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answerOf(
        client.GET('/api/measured-units/{id}/page', { params: { path: { id }, query: queryOf(asked) } }),
      ),
  })
}

export function useUnitFirsts(id: string, asked: AskUnit) {
  return useQuery({
    queryKey: ['indicators', 'firsts', id, asked],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answerOf(
        client.GET('/api/measured-units/{id}/firsts', { params: { path: { id }, query: queryOf(asked) } }),
      ),
  })
}

/** Two units side by side; nothing is asked before both are chosen. */
export function useComparison(units: readonly string[], asked: AskUnit) {
  return useQuery({
    queryKey: ['indicators', 'compare', units, asked],
    enabled: units.length === 2,
    placeholderData: keepPreviousData,
    queryFn: () =>
      answerOf(
        client.GET('/api/compare', { params: { query: { ...queryOf(asked), units: units.join(',') } } }),
        // The client reads a pair as a list of any length.
      ) as Promise<Comparison>,
  })
}

interface AskPace {
  readonly period?: string | undefined
  readonly horizon?: 'plan' | 'year' | 'half' | 'quarter' | 'month' | undefined
  readonly unit?: string | undefined
  readonly cohort?: string | undefined
  readonly on?: string | undefined
  readonly bands?: string | undefined
}

export function usePaceBoard(asked: AskPace) {
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value))
  return useQuery({
    queryKey: ['indicators', 'pace', asked],
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(client.GET('/api/pace', { params: { query } })),
  })
}
