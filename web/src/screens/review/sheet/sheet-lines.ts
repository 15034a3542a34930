import type { Book, Line, LineSide, Sheet } from '../../../api/review-model.ts'

/** A line as it is read: the office's words or else the draft; of a frozen one what its book and corrections say. */
export interface SheetLine extends Line {
  readonly shown: string
  /** Numbers of the corrections that changed it. */
  readonly corrections: readonly number[]
}

export const SIDES = ['strength', 'shortfall', 'follow-up'] as const satisfies readonly LineSide[]

/** The lines of a sheet by their sides, in order. Once there is a book, only what stands in it. */
export function sheetLines(sheet: Sheet, book?: Book): SheetLine[] {
  const ordered = SIDES.flatMap((side) =>
    sheet.lines.filter((line) => line.side === side).toSorted((a, b) => a.position - b.position),
  )
  if (!book) return ordered.map((line) => ({ ...line, shown: line.words ?? line.sentence, corrections: [] }))
  const frozen = new Map(
    book.sheets.find(({ unitId }) => unitId === sheet.unitId)?.lines.map((line) => [line.lineId, line]),
  )
  return ordered.flatMap((line) => {
    const inBook = frozen.get(line.id)
    if (!inBook) return []
    const { shown, words, outcome, included, corrections } = inBook
    return [{ ...line, shown, words, outcome, included, corrections }]
  })
}

/** The line that stands so many steps from another; stays at the ends, begins at the first. */
export function stepFrom(
  lines: readonly SheetLine[],
  activeId: string | null,
  by: number,
): SheetLine | undefined {
  const at = lines.findIndex(({ id }) => id === activeId)
  return at < 0 ? lines[0] : lines[Math.max(0, Math.min(lines.length - 1, at + by))]
}
