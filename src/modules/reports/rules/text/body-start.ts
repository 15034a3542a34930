import { HANGING, isShort } from './column-width.ts'
import type { Line } from './line.ts'
import { continuesParagraph, isNumbered, opensArticle, SAID } from './openings.ts'
import type { Page } from './page.ts'
import { isTerminated } from './sentence-end.ts'

const LONG = 40
const LONGEST_HEADLINE = 45
const SPEECH =
  /^(?:会议|大会|全会|常委会|座谈会|[\u4e00-\u9fff]{2,4})(?:还|最后|同时)?(?:指出|强调|要求|认为|表示|说|审议)/

/** The line at which running text begins after a finished paragraph; lines before it are headlines. */
export function bodyStart(page: Page, i: number): number {
  const { lines } = page
  let body = i
  while (body < lines.length) {
    const line = lines[body]!
    if (
      line.mark ||
      line.row > 0 ||
      /[。！？：]$|[。！？]/.test(line.text) ||
      opensArticle(line.text) ||
      line.width > 2 * LONGEST_HEADLINE
    )
      break
    body++
  }
  const stop = lines[body]
  if (!stop || stop.mark === 'heading') return lastsAsBody(page, i, body)
  if (stop.row) return body
  if (stop.mark) {
    const last = body - 1
    const isFull =
      last >= i && (page.columns[last] != null ? fillsColumn(page, last, 2) : lines[last]!.width > LONG)
    const said = lines.slice(i, body).findIndex((line) => SAID.test(line.text))
    if (!isFull) return said < 0 ? body : i + said
    body = last
  }
  while (body > i && belongs(page, i, body - 1)) body--
  for (let j = i; j < body; j++) if (SAID.test(lines[j]!.text) || isFullRun(page, j, body)) return j
  return body
}

/** A run that never ends a sentence is headlines, unless a line of it is too long for one or announces a list. */
function lastsAsBody(page: Page, i: number, end: number): number {
  for (let j = i; j < end; j++)
    if (page.lines[j]!.width > 60 || /^各位代表/.test(page.lines[j]!.text)) return j
  return end
}

/** Whether the line at `i` begins the paragraph that the next line is part of. */
function belongs(page: Page, first: number, i: number): boolean {
  const line = page.lines[i]!
  const next = page.lines[i + 1]!
  if (next.isHardStart || opensArticle(next.text) || SAID.test(next.text) || next.indent >= line.indent + 2)
    return false
  if (continuesParagraph(next.text) || isRemainder(next, page)) return true
  if (line.indent >= 2 && next.indent < line.indent - 1 && !next.blankBefore && !opensArticle(line.text))
    return true
  if (isNumbered(line.text) && !/，$/.test(line.text)) return false
  if (page.columns[i] != null || page.columns[i + 1] != null) {
    if (!fillsColumn(page, i, i === first ? 2 : 0)) return false
    return (
      !page.blanksMeanParagraphs ||
      !next.blankBefore ||
      i > first ||
      line.indent >= 2 ||
      SPEECH.test(line.text)
    )
  }
  if (/[，、；]$/.test(line.text) && SPEECH.test(line.text)) return true
  return line.width > LONG && !/主持|出席|会见/.test(line.text.slice(0, 20))
}

/** Two lines on end that fill their column to its edge are running text, whatever becomes of it. */
function isFullRun(page: Page, i: number, end: number): boolean {
  const reaches = (at: number, indent: number) => {
    const column = page.columns[at]
    const width = page.lines[at]!.fullWidth + indent
    return column != null && width > column - 1.2 && width <= column + HANGING
  }
  return (
    i + 1 < end && !page.lines[i + 1]!.blankBefore && (reaches(i, 0) || reaches(i, 2)) && reaches(i + 1, 0)
  )
}

/** The last word or two of a paragraph cannot stand alone. */
function isRemainder(line: Line, page: Page): boolean {
  return (!line.blankBefore || !page.blanksMeanParagraphs) && line.width < 8 && isTerminated(line.text)
}

/** Whether a line reaches the width of the lines that follow it, or of its column; a first line may have lost its indent. */
function fillsColumn(page: Page, i: number, indent: number): boolean {
  const line = page.lines[i]!
  const next = page.lines[i + 1]
  const following = [next, page.lines[i + 2]]
    .filter((each) => each && !isTerminated(each.text))
    .map((each) => each!.width)
  const widths = [page.columns[i], page.columns[i + 1], following.length ? Math.max(...following) : null]
  const padded = { ...line, fullWidth: line.fullWidth + indent }
  const isColumn = (width: number) => Math.max(line.width, next?.width ?? 0) <= width + HANGING
  return widths.some((width) => width != null && isColumn(width) && !isShort(padded, next, width))
}
