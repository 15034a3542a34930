import { type Block, lastLine } from './block.ts'
import { bodyStart } from './body-start.ts'
import { isShort } from './column-width.ts'
import { intrusionEnd } from './intrusion.ts'
import type { Line } from './line.ts'
import { takeMarkedBlock } from './marked-block.ts'
import { continuesParagraph, isNumbered, opensArticle, SAID } from './openings.ts'
import { columnOf, type Page, readPage } from './page.ts'
import { hasSentence, isTerminated } from './sentence-end.ts'

const HEADLINE = 45

/**
 * Joins printed lines into paragraphs, headlines, pull quotes and list items. A paragraph goes on across
 * wrapped lines, blank lines inside it, column ends, and whatever stands in its way.
 */
export function readBlocks(printed: readonly Line[]): Block[] {
  const page = readPage(printed)
  const { lines, whole } = page
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
  if (line.blankBefore && !isTerminated(line.text) && isShort(line, page.lines[i + 1], column)) return false
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
