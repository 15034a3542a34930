import { findPeriodMarkers } from '../dates/find-period-markers.ts'
import { findReportDate } from '../dates/find-report-date.ts'
import type { Article, MappedText, ReadReport } from '../model.ts'
import { findRepeats } from '../text/find-repeats.ts'
import { fold } from '../text/fold.ts'
import { joinAcrossLists } from '../text/join-across-lists.ts'
import type { Headline } from '../text/join-headlines.ts'
import { readLines } from '../text/line.ts'
import { joinParagraphs, mapText } from '../text/mapped-text.ts'
import { isPageFurniture } from '../text/page-furniture.ts'
import { readBlocks } from '../text/read-blocks.ts'
import { lostCharacters, restoreLostCharacters } from '../text/restore-lost-characters.ts'
import { articleKind } from './article-kind.ts'
import { chooseTitle } from './choose-title.ts'
import { type Draft, headlineText } from './draft.ts'
import { listRepairs, type Repair, spanOfBlock } from './list-repairs.ts'
import { readMeeting } from './read-meeting.ts'
import { splitArticles } from './split-articles.ts'

const LEAD = 400
/** More than these were lost to a wrong encoding, not to print; nothing is certain then. */
const MOST_LOST = 60

/**
 * Reads the text as received into articles: repairs print damage, tells articles apart, names meeting,
 * date and units that spoke. Pure and synchronous; the same input gives the same result.
 */
export function readReport(received: string, options: { date?: string; fileName?: string } = {}): ReadReport {
  const folded = fold(received)
  const reportDate = findReportDate(folded, options)
  const repairs: Repair[] = []
  const lines = readLines(folded).filter((line) => {
    if (line.row || !isPageFurniture(line.text)) return true
    repairs.push({ rule: 'page-furniture', span: [line.start, line.end] })
    return false
  })
  const blocks = readBlocks(lines)
  const repeats = findRepeats(blocks)
  for (const block of repeats) {
    const rule =
      block.kind === 'quote' ? 'pull-quote' : block.kind === 'item' ? 'repeated-list' : 'repeated-passage'
    repairs.push({ rule, span: spanOfBlock(block) })
  }
  const drafts = splitArticles(joinAcrossLists(blocks, repeats))
  const whole = lostCharacters(folded) <= MOST_LOST ? folded.replace(/\s+/g, '') : ''
  const articles = drafts.map((draft, index) =>
    readArticle(draft, { index, received, whole, reportDate: reportDate.value }),
  )
  for (const [i, article] of articles.entries()) repairs.push(...listRepairs(drafts[i]!, article.body))
  return { received, reportDate, articles, repairs }
}

interface Setting {
  index: number
  received: string
  whole: string
  reportDate: string | null
}

function readArticle(draft: Draft, { index, received, whole, reportDate }: Setting): Article {
  const mapped = draft.blocks.map((block) => restored(mapText(received, block.lines), whole))
  const { body, paragraphs } = joinParagraphs(mapped)
  const titleAt = chooseTitle(draft.headlines)
  const printed = draft.headlines.map((headline) => printedHeadline(received, headline))
  const headlines = draft.headlines.map(headlineText)
  const kind = articleKind({
    headlines: headlines.join('\n'),
    lead: body.folded.slice(0, LEAD),
    rest: body.folded.slice(LEAD, 10 * LEAD),
  })
  return {
    index,
    title: printed[titleAt] ?? null,
    otherHeadlines: printed.filter((_, i) => i !== titleAt),
    kind,
    body,
    paragraphs,
    ...rowsOf(draft),
    meeting: readMeeting({ body, headlines, kind, reportDate }),
    sectionPeriod: sectionPeriod(headlines, reportDate),
  }
}

/** Cells are paragraphs of their own; their rows say which stand side by side. */
function rowsOf(draft: Draft): Pick<Article, 'rows'> {
  const rows = new Map<number, number[]>()
  for (const [i, block] of draft.blocks.entries()) {
    const row = block.lines[0]!.row
    const cells = rows.get(row)
    if (cells) cells.push(i)
    else if (row) rows.set(row, [i])
  }
  return rows.size ? { rows: [...rows.values()] } : {}
}

function restored(mapped: MappedText, whole: string): MappedText {
  const folded = restoreLostCharacters(mapped.folded, whole)
  return folded === mapped.folded ? mapped : { ...mapped, folded }
}

function printedHeadline(received: string, headline: Headline): string {
  return mapText(received, headline).text
}

function sectionPeriod(headlines: readonly string[], reportDate: string | null): string | null {
  for (const headline of headlines) {
    if (!/情况|通报|排名|成绩单|盘点|回顾|总结/.test(headline)) continue
    const marker = findPeriodMarkers(headline, { start: 0, end: headline.length }, reportDate)[0]
    if (marker) return marker.period
  }
  return null
}
