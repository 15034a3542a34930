import { queryOptions, useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import { useRefreshReviews } from './review-cycles.ts'
import type { AddLine, ChangeLine, Line } from './review-model.ts'

/** One line per speaker whose sheet the reader may see. */
export function useSheetSummaries(id: string, { isEnabled = true } = {}) {
  return useQuery({
    queryKey: ['review', id, 'sheets'],
    enabled: isEnabled,
    queryFn: () => answerOf(client.GET('/api/reviews/cycles/{id}/sheets', { params: { path: { id } } })),
  })
}

export function useSheet(id: string, unitId: string) {
  return useQuery(sheetQuery(id, unitId))
}

/** Several sheets, together when all have come. */
export function useSheets(id: string, unitIds: readonly string[]) {
  return useQueries({
    queries: unitIds.map((unitId) => sheetQuery(id, unitId)),
    combine: (answers) => ({
      data: answers.flatMap(({ data }) => (data ? [data] : [])),
      isPending: answers.some(({ isPending }) => isPending),
      error: answers.find(({ error }) => error)?.error ?? null,
    }),
  })
}

const sheetQuery = (id: string, unitId: string) =>
  queryOptions({
    queryKey: ['review', id, 'sheet', unitId],
    queryFn: () =>
      answerOf(client.GET('/api/reviews/cycles/{id}/sheets/{unitId}', { params: { path: { id, unitId } } })),
  })

/** What an office does to a unit's sheet and its lines. */
export function useSheetSteps(id: string, unitId: string) {
  const refresh = useRefreshReviews()
  const cache = useQueryClient()
  const params = { path: { id, unitId } }
  const draft = useMutation({
    mutationFn: () => draftSheet(id, unitId),
    onSuccess: refresh,
  })
  const mark = useMutation({
    mutationFn: (isDone: boolean) =>
      answerOf(client.POST('/api/reviews/cycles/{id}/sheets/{unitId}/done', { params, body: { isDone } })),
    onSuccess: refresh,
  })
  const add = useMutation({
    mutationFn: (body: AddLine) =>
      answerOf(client.POST('/api/reviews/cycles/{id}/lines', { params: { path: { id } }, body })),
    onSuccess: refresh,
  })
  const change = useMutation({
    mutationFn: ({ lineId, body }: { lineId: string; body: ChangeLine }) => patchLine(lineId, body),
    onSuccess: (line) => {
      // At once in the list; counts and order follow when the sheet has come again.
      cache.setQueryData(
        sheetQuery(id, unitId).queryKey,
        (sheet) =>
          sheet && { ...sheet, lines: sheet.lines.map((each) => (each.id === line.id ? line : each)) },
      )
      refresh()
    },
  })
  /** Two lines change places: each takes the other's. */
  const swap = useMutation({
    mutationFn: async ([one, other]: readonly [Line, Line]) => {
      const put = ({ id: lineId, version }: Line, position: number) =>
        patchLine(lineId, { version, position })
      await put(one, other.position)
      await put(other, one.position)
    },
    onSettled: refresh,
  })
  /** The sheet as it stands now, past the cache: for whoever was overtaken. */
  const reload = () => cache.fetchQuery({ ...sheetQuery(id, unitId), staleTime: 0 })
  return { draft, mark, add, change, swap, reload }
}

/** Drafts several sheets, one after the other; answers what was done in all. */
export function useDraftAll(id: string) {
  const refresh = useRefreshReviews()
  return useMutation({
    mutationFn: async (unitIds: readonly string[]) => {
      const done = { added: 0, renewed: 0, stale: 0 }
      for (const unitId of unitIds) {
        const { added, renewed, stale } = await draftSheet(id, unitId)
        done.added += added
        done.renewed += renewed
        done.stale += stale
      }
      return done
    },
    onSettled: refresh,
  })
}

const draftSheet = (id: string, unitId: string) =>
  answerOf(
    client.POST('/api/reviews/cycles/{id}/sheets/{unitId}/draft', { params: { path: { id, unitId } } }),
  )

const patchLine = (lineId: string, body: ChangeLine) =>
  answerOf(client.PATCH('/api/reviews/lines/{lineId}', { params: { path: { lineId } }, body }))
