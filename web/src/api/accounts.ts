import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { paths } from './generated/schema.ts'
import type { BodyOf, Get } from './model.ts'

export type AccountLine = Get<'/api/accounts'>['accounts'][number]
export type WaitingChange = Get<'/api/account-changes'>['changes'][number]
export type SecuritySettings = Get<'/api/security-settings'>
type NewAccount = BodyOf<paths['/api/accounts']['post']>
type AccountFacts = BodyOf<paths['/api/accounts/{accountId}']['put']>
export type AccountRole = AccountLine['roles'][number]
/** What is done to an account by one press. */
export type AccountStep = 'disable' | 'enable' | 'reset-second-factor'

export const useAccounts = (words: string, page: number) =>
  useQuery({
    queryKey: ['accounts', 'list', words, page],
    placeholderData: keepPreviousData,
    queryFn: () => answerOf(client.GET('/api/accounts', { params: { query: { words, page } } })),
  })

export const useAccountChanges = () =>
  useQuery({
    queryKey: ['accounts', 'changes'],
    queryFn: async () => (await answerOf(client.GET('/api/account-changes'))).changes,
  })

export const useSecuritySettings = () =>
  useQuery({
    queryKey: ['accounts', 'settings'],
    queryFn: () => answerOf(client.GET('/api/security-settings')),
  })

/** All steps of an administrator; each asks for the lists again. */
export function useAccountSteps() {
  const cache = useQueryClient()
  const onSuccess = () => cache.invalidateQueries({ queryKey: ['accounts'] })
  const pathOf = (accountId: string) => ({ params: { path: { accountId } } })
  return {
    add: useMutation({
      mutationFn: (body: NewAccount) => answerOf(client.POST('/api/accounts', { body })),
      onSuccess,
    }),
    change: useMutation({
      mutationFn: ({ id, body }: { id: string; body: AccountFacts }) =>
        answerOf(client.PUT('/api/accounts/{accountId}', { ...pathOf(id), body })),
      onSuccess,
    }),
    setRoles: useMutation({
      mutationFn: ({ id, roles }: { id: string; roles: AccountRole[] }) =>
        answerOf(client.PUT('/api/accounts/{accountId}/roles', { ...pathOf(id), body: { roles } })),
      onSuccess,
    }),
    resetPassword: useMutation({
      mutationFn: (id: string) => answerOf(client.POST('/api/accounts/{accountId}/password', pathOf(id))),
      onSuccess,
    }),
    step: useMutation({
      mutationFn: ({ id, step }: { id: string; step: AccountStep }) =>
        answerOf(client.POST(`/api/accounts/{accountId}/${step}`, pathOf(id))),
      onSuccess,
    }),
    unlock: useMutation({
      mutationFn: (id: string) => answerOf(client.POST('/api/accounts/{accountId}/unlock', pathOf(id))),
      onSuccess,
    }),
    endSessions: useMutation({
      mutationFn: (id: string) => answerOf(client.POST('/api/accounts/{accountId}/end-sessions', pathOf(id))),
      onSuccess,
    }),
    link: useMutation({
      mutationFn: ({ id, subject }: { id: string; subject: string | null }) =>
        answerOf(
          client.PUT('/api/accounts/{accountId}/single-sign-on', { ...pathOf(id), body: { subject } }),
        ),
      onSuccess,
    }),
    decide: useMutation({
      mutationFn: ({ changeId, isConfirmed }: { changeId: string; isConfirmed: boolean }) =>
        answerOf(
          client.POST('/api/account-changes/{changeId}/decision', {
            params: { path: { changeId } },
            body: { isConfirmed },
          }),
        ),
      onSuccess,
    }),
    saveSettings: useMutation({
      mutationFn: (body: SecuritySettings) => answerOf(client.PUT('/api/security-settings', { body })),
      onSuccess,
    }),
  }
}
