import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { forgetKept } from '../api/kept-offline.ts'
import { Problem } from '../api/problem.ts'
import { sessionQuery } from '../api/session.ts'

/** One cache for all screens. A refusal is final; only a server that cannot be reached is asked again. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveWhenSignedOut }),
  mutationCache: new MutationCache({ onError: leaveWhenSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (failures, error) => error instanceof Problem && error.status === 0 && failures < 2,
    },
    mutations: { networkMode: 'always' },
  },
})

/** A session that ended while working leads to the sign-in, and back to the same page afterwards. */
function leaveWhenSignedOut(error: unknown): void {
  if (!(error instanceof Problem) || error.status !== 401) return
  if (queryClient.getQueryData(sessionQuery.queryKey) === undefined) return
  queryClient.clear()
  void forgetKept()
  location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`)
}
