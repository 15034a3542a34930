import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type {
  AddStatement,
  CorrectStatement,
  Decision,
  SplitStatement,
  Statement,
  StatementStatus,
} from './model.ts'

type Cached = { statements: Statement[] }

const keyOf = (reportId: string) => ['statements', reportId]

export function useStatements(reportId: string) {
  return useQuery({
    queryKey: keyOf(reportId),
    queryFn: () =>
      answerOf(
        client.GET('/api/reports/{id}/statements', { params: { path: { id: reportId } } }),
      ) as Promise<Cached>,
  })
}

const BECOMES: Readonly<Record<Decision, StatementStatus>> = {
  accept: 'accepted',
  reject: 'rejected',
  reopen: 'proposed',
}

/** A decision shows at once and is taken back, with the server's sentence, when the server refuses. */
export function useDecide(reportId: string) {
  const cache = useQueryClient()
  return useMutation({
    scope: { id: `decide-${reportId}` },
    mutationFn: ({ statement, decision }: { statement: Statement; decision: Decision }) =>
      answerOf(
        client.POST('/api/statements/{id}/decide', {
          params: { path: { id: statement.id } },
          body: { version: latest(cache, reportId, statement).version, decision },
        }),
      ) as Promise<Statement>,
    onMutate: ({ statement, decision }) => {
      replace(cache, reportId, { ...statement, status: BECOMES[decision] })
      return { before: statement }
    },
    onSuccess: (statement) => replace(cache, reportId, statement),
    onError: (_error, _input, context) => {
      if (context)
        replace(cache, reportId, {
          ...latest(cache, reportId, context.before),
          status: context.before.status,
        })
    },
    onSettled: () => markDependentsStale(cache),
  })
}

export function useCorrectStatement(reportId: string) {
  const cache = useQueryClient()
  return useMutation({
    scope: { id: `decide-${reportId}` },
    mutationFn: ({ statement, body }: { statement: Statement; body: Omit<CorrectStatement, 'version'> }) =>
      answerOf(
        client.PATCH('/api/statements/{id}', {
          params: { path: { id: statement.id } },
          body: { ...body, version: latest(cache, reportId, statement).version },
        }),
      ) as Promise<Statement>,
    onSuccess: (statement) => replace(cache, reportId, statement),
    onSettled: () => markDependentsStale(cache),
  })
}

export function useAddStatement(reportId: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (body: AddStatement) =>
      answerOf(
        client.POST('/api/reports/{id}/statements', { params: { path: { id: reportId } }, body }),
      ) as Promise<Statement>,
    onSuccess: () => reloadStatements(cache, reportId),
  })
}

export function useSplitStatement(reportId: string) {
  const cache = useQueryClient()
  return useMutation({
    scope: { id: `decide-${reportId}` },
    mutationFn: ({ statement, subjects }: { statement: Statement; subjects: SplitStatement['subjects'] }) =>
      answerOf(
        client.POST('/api/statements/{id}/split', {
          params: { path: { id: statement.id } },
          body: { version: latest(cache, reportId, statement).version, subjects },
        }),
      ),
    onSuccess: () => reloadStatements(cache, reportId),
  })
}

export function useAcceptAbove(reportId: string) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (minConfidence: number) =>
      answerOf(
        client.POST('/api/reports/{id}/accept-above', {
          params: { path: { id: reportId } },
          body: { minConfidence },
        }),
      ),
    onSuccess: () => reloadStatements(cache, reportId),
  })
}

/** Fetches the statements again: the way out when somebody else wrote in between. */
export function useReloadStatements(reportId: string): () => Promise<void> {
  const cache = useQueryClient()
  return () => reloadStatements(cache, reportId)
}

function reloadStatements(cache: QueryClient, reportId: string): Promise<void> {
  markDependentsStale(cache)
  return cache.invalidateQueries({ queryKey: keyOf(reportId) })
}

/** As the server last told it: keys may be faster than answers, and each answer brings a new version. */
function latest(cache: QueryClient, reportId: string, statement: Statement): Statement {
  const cached = cache.getQueryData<Cached>(keyOf(reportId))
  return cached?.statements.find(({ id }) => id === statement.id) ?? statement
}

function replace(cache: QueryClient, reportId: string, statement: Statement): void {
  cache.setQueryData<Cached>(
    keyOf(reportId),
    (cached) =>
      cached && { statements: cached.statements.map((old) => (old.id === statement.id ? statement : old)) },
  )
}

/** Ledger, reviews and home follow from decisions: fetched again when next looked at. */
function markDependentsStale(cache: QueryClient): void {
  for (const key of ['reports', 'items', 'reviews', 'home', 'journal']) {
    cache.invalidateQueries({ queryKey: [key], refetchType: 'none' })
  }
}
