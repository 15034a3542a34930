import type { Book, LineSide } from '../../api/review-model.ts'

export type SlideLine = Book['sheets'][number]['lines'][number]

/** What the book shows of a unit now, by side, in order; empty where the reader may not see its sheet. */
export function slideLines(book: Book, unitId: string): Readonly<Record<LineSide, readonly SlideLine[]>> {
  const lines =
    book.sheets.find((sheet) => sheet.unitId === unitId)?.lines.filter(({ included }) => included) ?? []
  const of = (side: LineSide) =>
    lines.filter((line) => line.side === side).toSorted((a, b) => a.position - b.position)
  return { strength: of('strength'), shortfall: of('shortfall'), 'follow-up': of('follow-up') }
}
