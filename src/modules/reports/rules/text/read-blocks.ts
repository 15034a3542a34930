import { type Block, lastLine } from './block.ts'
import { columnWidths, HANGING, isShort, measured } from './column-width.ts'
import type { Line } from './line.ts'
import { takeMarkedBlock } from './marked-block.ts'
import { continuesParagraph, isNumbered, opensArticle, opensParagraph } from './openings.ts'
import { joinStandsTwice, standsTwice } from './repeated-text.ts'
import { hasSentence, isTerminated } from './sentence-end.ts'

const LONG = 40
const HEADLINE = 45
const SPEECH =
  /^(?:会议|大会|全会|常委会|座谈会|[\u4e00-\u9fff]{2,4})(?:还|最后|同时)?(?:指出|强调|要求|认为|表示|说|审议)/
/** Who says it, or the date of a lead: no headline begins so. */
const SAID =
  /^(?:会议|大会|全会|座谈会|[\u4e00-\u9fff]{2,4})(?:还|最后|同时)?(?:指出|强调|要求|认为|表示|说)，|^(?:会上|座谈会上|会前|会后)，|^(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日|昨天|昨日|今天|今日|日前|近日)(?:上午|下午|晚)?，/

/** The lines of a text with what is known of their columns. */
interface Page {
  lines: readonly Line[]
  columns: readonly (number | null)[]
  /** Blank lines stand between paragraphs, not at random between wrapped lines. */
  blanksMeanParagraphs: boolean
  /** The whole text without white space. */
  whole: string
}

/**
 * Joins printed lines into paragraphs, headlines, pull quotes and list items. A paragraph goes on across
 * wrapped lines, blank lines inside it, column ends, and whatever stands in its way.
 */
export function readBlocks(printed: readonly Line[]): Block[] {
  const lines = measured(printed)
  const columns = columnWidths(lines)
  const whole = lines
    .map((line) => line.text)
    .join('')
    .replace(/\s+/g, '')
  const page: Page = { lines, columns, blanksMeanParagraphs: blanksMeanParagraphs(lines, columns), whole }
  const blocks: Block[] = []
  let open: Block | null = null
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!
    if (line.mark === 'heading') {
      blocks.push({ kind: isNumbered(line.text) ? 'body' : 'headline', lines: [line] })
      open = null
      i++
    } else if (line.row) {
      blocks.push({ kind: 'body', lines: [line] })
      open = null
      i++
    } else if (line.mark) {
      const { block, next } = takeMarkedBlock(lines, i, whole)
      blocks.push(block)
      i = next
    } else if (open && !isTerminated(lastLine(open).text) && intrusionEnd(page, open, i) > i) {
      const end = intrusionEnd(page, open, i)
      blocks.push({
        kind: hasSentence(lines[end - 1]!.text) ? 'quote' : 'headline',
        lines: lines.slice(i, end),
      })
      i = end
    } else if (open && goesOn(page, open, i)) {
      open.lines.push(line)
      i++
    } else {
      const start = bodyStart(page, i)
      for (let j = i; j < start; j++)
        blocks.push({ kind: isNumbered(lines[j]!.text) ? 'body' : 'headline', lines: [lines[j]!] })
      open = null
      const first = lines[start]
      if (first && !first.mark && !first.row) {
        open = { kind: 'body', lines: [first] }
        blocks.push(open)
        i = start + 1
      } else i = start
    }
  }
  return blocks
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

/** Whether the paragraph that is open goes on with a line. */
function goesOn(page: Page, open: Block, i: number): boolean {
  const line = page.lines[i]!
  const last = lastLine(open)
  if (line.isHardStart || opensArticle(line.text)) return false
  const isIndented = line.indent >= last.indent + 2 && (line.indent >= 3 || !line.blankBefore)
  const column = columnOf(page, last, i)
  if (!isTerminated(last.text)) {
    if (continuesParagraph(line.text)) return true
    if (
      open.lines.length === 1 &&
      isNumbered(last.text) &&
      !hasSentence(last.text) &&
      last.text.length <= HEADLINE
    )
      return column !== null && !isIndented && !line.blankBefore && !isShort(last, line, column)
    if (/：$/.test(last.text) && (line.blankBefore || line.indent >= 2 || isNumbered(line.text))) return false
    return !(isIndented && (column === null || isShort(last, line, column)))
  }
  if (isIndented || isNumbered(line.text)) return false
  if (continuesParagraph(line.text)) return true
  if (column === null || isShort(last, line, column)) return false
  if (line.blankBefore && page.blanksMeanParagraphs) return false
  return !SAID.test(line.text) && !isIndentedByWidth(page, last, i) && reachesSentence(page, i)
}

/** A first line whose indent was lost in extraction stops two characters before the lines around it. */
function isIndentedByWidth(page: Page, last: Line, i: number): boolean {
  const line = page.lines[i]!
  const next = page.lines[i + 1]
  const gap = Math.min(last.width, next?.width ?? 0) - line.width
  return next !== undefined && !isTerminated(line.text) && gap >= 1.5 && gap <= 3
}

/** Whether running text follows before the next article, heading or end: otherwise what follows is headlines. */
function reachesSentence(page: Page, i: number): boolean {
  for (let j = i; j < page.lines.length; j++) {
    const line = page.lines[j]!
    if (opensArticle(line.text) || line.mark === 'heading') return false
    if (hasSentence(line.text) || line.mark) return true
  }
  return false
}

/** The column that the last line of a paragraph and the line at `i` share. */
function columnOf(page: Page, last: Line, i: number): number | null {
  let at = i - 1
  while (at > i - 40 && page.lines[at] !== last) at--
  const own = page.lines[at] === last ? page.columns[at] : null
  const next = page.columns[i]
  return own ?? (next != null && last.width <= next + 1 ? next : null)
}

/** Where a stretch ends that stands in the way of an open sentence: a pull quote without mark, a headline between columns. */
function intrusionEnd(page: Page, open: Block, i: number): number {
  const { lines } = page
  const line = lines[i]!
  if (!line.blankBefore || opensArticle(line.text) || continuesParagraph(line.text)) return i
  let end = i + 1
  while (end < lines.length && !lines[end]!.blankBefore && !lines[end]!.mark) end++
  const after = lines[end]
  if (!after || after.mark === 'heading' || !after.blankBefore || opensParagraph(after.text)) return i
  const text = lines
    .slice(i, end)
    .map((each) => each.text)
    .join('')
    .replace(/\s+/g, '')
  const last = lastLine(open)
  const column = columnOf(page, last, i)
  const isOtherColumn =
    column !== null &&
    (line.width > column + 3 || (page.columns[i] !== null && page.columns[i]! < column - 3))
  const isCopy =
    (page.blanksMeanParagraphs || isOtherColumn) && isTerminated(text) && standsTwice(text, page.whole)
  if (isCopy && !joinStandsTwice(last.text.replace(/\s+/g, ''), text, page.whole)) return end
  const isHeadline =
    text.length <= 30 &&
    !/[。，；：、？！]$/.test(text) &&
    !hasSentence(text) &&
    !isTerminated(after.text.slice(0, 30))
  const isWithinLong = column === null && last.width > 60 && after.width > 60
  return isHeadline && isWithinLong ? end : i
}

/** The line at which running text begins after a finished paragraph; lines before it are headlines. */
function bodyStart(page: Page, i: number): number {
  const { lines } = page
  let body = i
  while (body < lines.length) {
    const line = lines[body]!
    if (
      line.mark ||
      line.row > 0 ||
      /[。！？：]$|[。！？]/.test(line.text) ||
      opensArticle(line.text) ||
      line.width > 2 * HEADLINE
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
  for (let j = i; j < body; j++) if (SAID.test(lines[j]!.text)) return j
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
