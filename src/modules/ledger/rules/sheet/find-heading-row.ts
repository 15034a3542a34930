import type { SheetRow } from '../../../../platform/sheets/index.ts'
import { guessColumns } from './guess-columns.ts'

export interface HeadingRows {
  /** Numbers of the first and last row of the heading, as the spreadsheet shows them. */
  readonly firstRow: number
  readonly lastRow: number
  /** Each column's heading from the top, every part once. */
  readonly headings: readonly (readonly string[])[]
}

const MOST_ROWS = 3
/** What a further row has to bring: a heading of two rows must be understood better than its first row alone. */
const COST_OF_ROW = 0.25

/**
 * The rows that name the columns: the one to three rows of the beginning that are understood best. Title rows above
 * (a name merged over all columns) and rows of data below name few fields. Undefined when nothing names a matter.
 */
export function findHeadingRow(rows: readonly SheetRow[]): HeadingRows | undefined {
  let best: { heading: HeadingRows; score: number } | undefined
  for (let from = 0; from < rows.length; from++)
    for (let count = 1; count <= MOST_ROWS; count++) {
      const span = rows.slice(from, from + count)
      const isWhole = span.length === count && span.every((row, at) => row.row === span[0]!.row + at)
      if (!isWhole) break
      const headings = joinHeadings(span)
      const score = scoreOf(headings) - (count - 1) * COST_OF_ROW
      if (score > (best?.score ?? 1))
        best = { heading: { firstRow: span[0]!.row, lastRow: span.at(-1)!.row, headings }, score }
    }
  return best && withRowAbove(best.heading, rows)
}

/** The first of the rows with the most texts: what a person sees as the heading of a table in other words. */
export function fullestRow(rows: readonly SheetRow[]): HeadingRows {
  const textsOf = ({ cells, merged }: SheetRow) =>
    cells.filter((cell, column) => typeof cell === 'string' && !merged.includes(column)).length
  const fullest = rows.reduce((best, row) => (textsOf(row) > textsOf(best) ? row : best))
  return { firstRow: fullest.row, lastRow: fullest.row, headings: joinHeadings([fullest]) }
}

/** The row above belongs to the heading when a cell is merged over both: the lower part alone was understood as well. */
function withRowAbove(heading: HeadingRows, rows: readonly SheetRow[]): HeadingRows {
  const [above, first] = [heading.firstRow - 1, heading.firstRow].map((at) =>
    rows.find(({ row }) => row === at),
  )
  const height = heading.lastRow - heading.firstRow + 1
  if (!above || !first || height >= MOST_ROWS) return heading
  const texts = above.cells.filter((cell) => typeof cell === 'string')
  const isTitle = new Set(texts).size < 2
  const shares = above.cells.some((cell, column) => typeof cell === 'string' && cell === first.cells[column])
  if (isTitle || !shares) return heading
  const span = rows.filter(({ row }) => row >= above.row && row <= heading.lastRow)
  return { firstRow: above.row, lastRow: heading.lastRow, headings: joinHeadings(span) }
}

/** The parts of each column's heading in rows that a person named as such. */
export function joinHeadings(rows: readonly SheetRow[]): string[][] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, column) => {
    const parts = rows
      .map(({ cells }) => cells[column])
      .map((cell) => (typeof cell === 'string' ? cell.trim() : ''))
    return parts.filter((part, at) => part !== '' && part !== parts[at - 1])
  })
}

/** Columns understood, by how surely; long texts and columns without a heading speak against. */
function scoreOf(headings: readonly (readonly string[])[]): number {
  const guesses = guessColumns(headings)
  if (!guesses.some(({ field }) => field === 'title' || field === 'content')) return 0
  const understood = guesses.reduce((sum, { confidence }) => sum + confidence, 0)
  const long = headings.filter((parts) => parts.some((part) => part.length > 30)).length
  return understood - long
}
