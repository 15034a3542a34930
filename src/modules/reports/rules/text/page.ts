import { columnWidths, measured } from './column-width.ts'
import type { Line } from './line.ts'
import { isTerminated } from './sentence-end.ts'

/** The lines of a text with what is known of their columns. */
export interface Page {
  lines: readonly Line[]
  columns: readonly (number | null)[]
  /** Blank lines stand between paragraphs, not at random between wrapped lines. */
  blanksMeanParagraphs: boolean
  /** The whole text without white space. */
  whole: string
}

/** Measures lines and columns before anything is joined. */
export function readPage(printed: readonly Line[]): Page {
  const lines = measured(printed)
  const columns = columnWidths(lines)
  const whole = lines
    .map((line) => line.text)
    .join('')
    .replace(/\s+/g, '')
  return { lines, columns, blanksMeanParagraphs: blanksMeanParagraphs(lines, columns), whole }
}

function blanksMeanParagraphs(lines: readonly Line[], columns: readonly (number | null)[]): boolean {
  let ended = 0
  let all = 0
  for (let i = 1; i < lines.length; i++)
    if (lines[i]!.blankBefore && columns[i - 1] !== null && columns[i] !== null) {
      all++
      if (isTerminated(lines[i - 1]!.text)) ended++
    }
  return all === 0 || ended / all >= 0.65
}

/** The column that the last line of a paragraph and the line at `i` share. */
export function columnOf(page: Page, last: Line, i: number): number | null {
  let at = i - 1
  while (at > i - 40 && page.lines[at] !== last) at--
  const own = page.lines[at] === last ? page.columns[at] : null
  const next = page.columns[i]
  return own ?? (next != null && last.width <= next + 1 ? next : null)
}
