import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { isAllowed } from '../../../src/kernel/permissions.ts'
import { answerOf, client, rememberCsrfToken } from './client.ts'
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

export function useSignIn() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: { username: string; password: string }) =>
      answerOf(client.POST('/api/session', { body })),
    onSuccess: (session) => {
      cache.clear()
      rememberCsrfToken(session.csrfToken)
      cache.setQueryData(sessionQuery.queryKey, session)
    },
  })
}

export function useSignOut() {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: () => answerOf(client.DELETE('/api/session')),
    onSuccess: () => cache.clear(),
  })
}
