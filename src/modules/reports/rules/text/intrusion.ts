import { type Block, lastLine } from './block.ts'
import { continuesParagraph, opensArticle, opensParagraph } from './openings.ts'
import { columnOf, type Page } from './page.ts'
import { joinStandsTwice, standsTwice } from './repeated-text.ts'
import { hasSentence, isTerminated } from './sentence-end.ts'

/** Where a stretch ends that stands in the way of an open sentence: a pull quote without mark, a headline between columns. */
export function intrusionEnd(page: Page, open: Block, i: number): number {
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
