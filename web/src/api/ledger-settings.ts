import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { paths } from './generated/schema.ts'
import { useRefreshItems } from './items.ts'
import type { BodyOf, Get } from './model.ts'

export type LedgerSettings = Get<'/api/ledger/settings'>
export type LightRuleSetState = Get<'/api/ledger/light-rules'>['sets'][number]
export type LightRuleSet = LightRuleSetState['ruleSet']
export type LightRule = LightRuleSet['rules'][number]
export type WorkingYear = Get<'/api/ledger/calendar'>
export type LocalDay = WorkingYear['localDays'][number]
export type PreviewLights = BodyOf<paths['/api/ledger/light-rules/preview']['post']>
type SaveSettings = BodyOf<paths['/api/ledger/settings']['put']>
type SaveRules = BodyOf<paths['/api/ledger/light-rules/{key}']['put']>
type SaveCalendar = BodyOf<paths['/api/ledger/calendar']['put']>

const KEY = 'ledger-settings'

export function useLedgerSettings() {
  return useQuery({
    queryKey: [KEY, 'limits'],
    queryFn: () => answerOf(client.GET('/api/ledger/settings')),
  })
}

export function useLightRules() {
  return useQuery({
    queryKey: [KEY, 'light-rules'],
    queryFn: () => answerOf(client.GET('/api/ledger/light-rules')),
    select: ({ sets }) => sets,
  })
}

export function useWorkingYear(year: number | undefined) {
  return useQuery({
    queryKey: [KEY, 'calendar', year ?? 'now'],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answerOf(client.GET('/api/ledger/calendar', { params: { query: year === undefined ? {} : { year } } })),
  })
}

/** What a change would do to the lights of today; nothing is written. */
export function usePreviewLights() {
  return useMutation({
    mutationFn: (body: PreviewLights) => answerOf(client.POST('/api/ledger/light-rules/preview', { body })),
  })
}

export function useSaveLedgerSettings() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (body: SaveSettings) => answerOf(client.PUT('/api/ledger/settings', { body })),
    onSuccess: refresh,
  })
}

export function useSaveLightRules() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ key, ...body }: SaveRules & { key: string }) =>
      answerOf(client.PUT('/api/ledger/light-rules/{key}', { params: { path: { key } }, body })),
    onSuccess: refresh,
  })
}

export function useDeleteLightRules() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ key, version }: { key: string; version: number }) =>
      answerOf(
        client.DELETE('/api/ledger/light-rules/{key}', { params: { path: { key }, query: { version } } }),
      ),
    onSuccess: refresh,
  })
}

export function useSaveCalendar() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (body: SaveCalendar) => answerOf(client.PUT('/api/ledger/calendar', { body })),
    onSuccess: refresh,
  })
}

/** Lights may have turned wherever items are shown. */
function useRefresh() {
  const cache = useQueryClient()
  const refreshItems = useRefreshItems()
  return async () => {
    await Promise.all([cache.invalidateQueries({ queryKey: [KEY] }), refreshItems()])
  }
}
