import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { paths } from './generated/schema.ts'
import type { BodyOf, Get } from './model.ts'
import { useIsAllowed } from './session.ts'

export type Alert = Get<'/api/alerts'>['alerts'][number]
export type AlertRuleView = Get<'/api/alert-rules'>['rules'][number]
type AssignAlert = BodyOf<paths['/api/alerts/{id}/owner']['post']>
export type DefineAlertRule = BodyOf<paths['/api/alert-rules/{key}']['put']>

interface AskAlerts {
  readonly state?: Alert['state'] | undefined
  readonly rule?: string | undefined
  readonly page?: number | undefined
}

export function useAlerts({ state, rule, page }: AskAlerts) {
  return useQuery({
    queryKey: ['alerts', state ?? '', rule ?? '', page ?? 1],
    placeholderData: keepPreviousData,
    queryFn: () =>
      answerOf(
        client.GET('/api/alerts', {
          params: { query: { ...(state && { state }), ...(rule && { rule }), ...(page && { page }) } },
        }),
      ),
  })
}

export function useAlertRules() {
  return useQuery({
    queryKey: ['alert-rules'],
    queryFn: () => answerOf(client.GET('/api/alert-rules')),
  })
}

/** The accounts that an alert may be given to; undefined for who may not give one. */
export function useAlertOwners() {
  const mayGive = useIsAllowed()('indicators.alert')
  const { data } = useQuery({
    queryKey: ['alert-owners'],
    enabled: mayGive,
    queryFn: () => answerOf(client.GET('/api/alert-owners')),
  })
  return data?.owners
}

/** Makes an item of the ledger of an alert, dismisses it, gives it to somebody else; defines a rule. */
export function useAlertSteps() {
  const cache = useQueryClient()
  const onSuccess = () => cache.invalidateQueries({ queryKey: ['alerts'] })
  const toLedger = useMutation({
    mutationFn: ({ id, version }: Pick<Alert, 'id' | 'version'>) =>
      answerOf(
        client.POST('/api/alerts/{id}/item', { params: { path: { id } }, body: { version, dueOn: null } }),
      ),
    onSuccess,
  })
  const dismiss = useMutation({
    mutationFn: ({ id, version, reason }: Pick<Alert, 'id' | 'version' | 'reason'>) =>
      answerOf(
        client.POST('/api/alerts/{id}/dismiss', { params: { path: { id } }, body: { version, reason } }),
      ),
    onSuccess,
  })
  const assign = useMutation({
    mutationFn: ({ id, body }: { id: string; body: AssignAlert }) =>
      answerOf(client.POST('/api/alerts/{id}/owner', { params: { path: { id } }, body })),
    onSuccess,
  })
  const define = useMutation({
    mutationFn: ({ key, body }: { key: string; body: DefineAlertRule }) =>
      answerOf(client.PUT('/api/alert-rules/{key}', { params: { path: { key } }, body })),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['alert-rules'] }),
  })
  return { toLedger, dismiss, assign, define }
}
