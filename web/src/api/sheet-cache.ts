import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { answerOf, client } from './client.ts'
import type { Line, Sheet } from './review-model.ts'
import { sheetCounts } from './sheet-counts.ts'

export const sheetQuery = (id: string, unitId: string) =>
  queryOptions({
    queryKey: ['review', id, 'sheet', unitId],
    queryFn: () =>
      answerOf(client.GET('/api/reviews/cycles/{id}/sheets/{unitId}', { params: { path: { id, unitId } } })),
  })

export const summariesQuery = (id: string) =>
  queryOptions({
    queryKey: ['review', id, 'sheets'],
    queryFn: () => answerOf(client.GET('/api/reviews/cycles/{id}/sheets', { params: { path: { id } } })),
  })

/**
 * Puts a sheet down as the server answered it. The list of sheets follows here: asking for it again would draft every
 * speaker's sheet anew with each key that is pressed. What other pages show of the review is asked for when they open.
 */
export function putSheet(cache: QueryClient, sheet: Sheet): void {
  const { reviewId, unitId, lines, doneAt, doneBy } = sheet
  const counts = sheetCounts(lines)
  cache.setQueryData(sheetQuery(reviewId, unitId).queryKey, { ...sheet, ...counts })
  cache.setQueryData(
    summariesQuery(reviewId).queryKey,
    (known) =>
      known && {
        ...known,
        sheets: known.sheets.map((each) =>
          each.unitId === unitId ? { ...each, ...counts, doneAt, doneBy } : each,
        ),
      },
  )
  for (const key of [['review', reviewId, 'head'], summariesQuery(reviewId).queryKey, ['review', 'list']])
    cache.invalidateQueries({ queryKey: key, refetchType: 'none' })
}

/** Puts a line down as the server answered it: in the place of the one it was, or at the end. */
export function putLine(cache: QueryClient, line: Line): void {
  const sheet = cache.getQueryData(sheetQuery(line.reviewId, line.unitId).queryKey)
  if (!sheet) return
  const isKnown = sheet.lines.some(({ id }) => id === line.id)
  const lines = isKnown
    ? sheet.lines.map((each) => (each.id === line.id ? line : each))
    : [...sheet.lines, line]
  putSheet(cache, { ...sheet, lines })
}
