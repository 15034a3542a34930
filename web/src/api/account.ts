import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { paths } from './generated/schema.ts'
import type { BodyOf, Get } from './model.ts'
import { sessionQuery } from './session.ts'

export type OwnAccount = Get<'/api/account'>
export type OwnSession = Get<'/api/account/sessions'>['sessions'][number]
export type ApiToken = Get<'/api/account/tokens'>['tokens'][number]
export type NewToken = BodyOf<paths['/api/account/tokens']['post']>
type ChangePassword = BodyOf<paths['/api/account/password']['post']>
type BeginSecondFactor = BodyOf<paths['/api/account/second-factor/begin']['post']>
type ProveBoth = BodyOf<paths['/api/account/second-factor/remove']['post']>

export const useOwnAccount = () =>
  useQuery({ queryKey: ['account'], queryFn: () => answerOf(client.GET('/api/account')) })

export const useOwnSessions = () =>
  useQuery({
    queryKey: ['account', 'sessions'],
    queryFn: async () => (await answerOf(client.GET('/api/account/sessions'))).sessions,
  })

export const useOwnTokens = () =>
  useQuery({ queryKey: ['account', 'tokens'], queryFn: () => answerOf(client.GET('/api/account/tokens')) })

/** After a step of one's own account: what is shown of it is asked for again, and with it the duties of the session. */
function useAfterStep(): () => Promise<void> {
  const cache = useQueryClient()
  return async () => {
    await cache.invalidateQueries({ queryKey: ['account'] })
  }
}

export function useChangePassword() {
  const onSuccess = useAfterStep()
  return useMutation({
    mutationFn: (body: ChangePassword) => answerOf(client.POST('/api/account/password', { body })),
    onSuccess,
  })
}

export function useSecondFactorSteps() {
  const onSuccess = useAfterStep()
  return {
    begin: useMutation({
      mutationFn: (body: BeginSecondFactor) =>
        answerOf(client.POST('/api/account/second-factor/begin', { body })),
    }),
    confirm: useMutation({
      mutationFn: (code: string) =>
        answerOf(client.POST('/api/account/second-factor/confirm', { body: { code } })),
      onSuccess,
    }),
    renewCodes: useMutation({
      mutationFn: (body: ProveBoth) =>
        answerOf(client.POST('/api/account/second-factor/recovery-codes', { body })),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: (body: ProveBoth) => answerOf(client.POST('/api/account/second-factor/remove', { body })),
      onSuccess,
    }),
  }
}

export function useSessionSteps() {
  const onSuccess = useAfterStep()
  return {
    end: useMutation({
      mutationFn: (sessionId: string) =>
        answerOf(client.DELETE('/api/account/sessions/{sessionId}', { params: { path: { sessionId } } })),
      onSuccess,
    }),
    endOthers: useMutation({
      mutationFn: () => answerOf(client.POST('/api/account/sessions/end-others')),
      onSuccess,
    }),
  }
}

export function useTokenSteps() {
  const onSuccess = useAfterStep()
  return {
    create: useMutation({
      mutationFn: (body: NewToken) => answerOf(client.POST('/api/account/tokens', { body })),
      onSuccess,
    }),
    revoke: useMutation({
      mutationFn: (tokenId: string) =>
        answerOf(client.DELETE('/api/account/tokens/{tokenId}', { params: { path: { tokenId } } })),
      onSuccess,
    }),
  }
}

/** Asks anew who is signed in, once a duty is done. */
export function useSessionAgain(): () => Promise<readonly string[]> {
  const cache = useQueryClient()
  return async () => (await cache.fetchQuery({ ...sessionQuery, staleTime: 0 })).duties
}
