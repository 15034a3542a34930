import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import { useRefreshReviews } from './review-cycles.ts'
import type { AddLine, ChangeLine, Line, Sheet } from './review-model.ts'
import { putLine, putSheet, sheetQuery, summariesQuery } from './sheet-cache.ts'

/** One line per speaker whose sheet the reader may see. */
export function useSheetSummaries(id: string) {
  return useQuery(summariesQuery(id))
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

/** What an own line of a unit's sheet may rest on. */
export function useOwnSources(id: string, unitId: string) {
  return useQuery({
    queryKey: ['reviews', 'own-sources', id, unitId],
    queryFn: () =>
      answerOf(
        client.GET('/api/reviews/cycles/{id}/sheets/{unitId}/sources', { params: { path: { id, unitId } } }),
      ),
  })
}

/** What an office does to a unit's sheet and its lines. */
export function useSheetSteps(id: string, unitId: string) {
  const cache = useQueryClient()
  const params = { path: { id, unitId } }
  const takeSheet = (sheet: Sheet) => putSheet(cache, sheet)
  const takeLine = (line: Line) => putLine(cache, line)
  const draft = useMutation({
    mutationFn: () => draftSheet(id, unitId),
    onSuccess: ({ sheet }) => takeSheet(sheet),
  })
  const mark = useMutation({
    mutationFn: (isDone: boolean) =>
      answerOf(client.POST('/api/reviews/cycles/{id}/sheets/{unitId}/done', { params, body: { isDone } })),
    onSuccess: takeSheet,
  })
  const add = useMutation({
    mutationFn: (body: AddLine) =>
      answerOf(client.POST('/api/reviews/cycles/{id}/lines', { params: { path: { id } }, body })),
    onSuccess: takeLine,
  })
  const change = useMutation({
    mutationFn: ({ lineId, body }: { lineId: string; body: ChangeLine }) => patchLine(lineId, body),
    onSuccess: takeLine,
  })
  /** Two lines change places: each takes the other's. */
  const swap = useMutation({
    mutationFn: async ([one, other]: readonly [Line, Line]) => {
      const put = ({ id: lineId, version }: Line, position: number) =>
        patchLine(lineId, { version, position })
      takeLine(await put(one, other.position))
      takeLine(await put(other, one.position))
    },
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
