import { queryOptions, useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { isAllowed } from '../../../src/kernel/permissions.ts'
import { answerOf, client, rememberCsrfToken } from './client.ts'
import { forgetKept } from './kept-offline.ts'
import type { Session } from './model.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
  queryFn: async () => {
    const session = await answerOf(client.GET('/api/session'))
    rememberCsrfToken(session.csrfToken)
    return session
  },
})

/** Who is signed in; the shell's route has made sure that somebody is. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data
}

/** Asks the rule that the server asks: may this person do it to these units? */
export function useIsAllowed(): (permission: string, unitIds?: readonly (string | null)[]) => boolean {
  const { grants } = useSession()
  return (permission, unitIds = []) => isAllowed(grants, permission, unitIds)
}

/** Makes the session of an answer the house's own. */
function useEnter(): (session: Session) => void {
  const cache = useQueryClient()
  return (session) => {
    cache.clear()
    rememberCsrfToken(session.csrfToken)
    cache.setQueryData(sessionQuery.queryKey, session)
  }
}

/** Answers the session, or the challenge of a second step. */
export function useSignIn() {
  const enter = useEnter()
  return useMutation({
    mutationFn: (body: { username: string; password: string }) =>
      answerOf(client.POST('/api/session', { body })),
    onSuccess: (answer) => {
      if ('csrfToken' in answer) enter(answer)
    },
  })
}

export function useSecondStep() {
  return useMutation({
    mutationFn: (body: { challenge: string; code: string }) =>
      answerOf(client.POST('/api/session/second-step', { body })),
    onSuccess: useEnter(),
  })
}

/** What the button of the single sign-on says; null while unknown and where there is none. */
export function useSingleSignOn(): string | null {
  const { data } = useQuery({
    queryKey: ['sign-in-options'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => answerOf(client.GET('/api/sign-in-options')),
  })
  return data?.singleSignOn ?? null
}

export function useSignOut() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: () => answerOf(client.DELETE('/api/session')),
    onSuccess: () => {
      void forgetKept()
      cache.clear()
    },
  })
}
