import { findDeadlines } from '../../dates/find-deadlines.ts'
import type { FoundStatement, Range } from '../../model.ts'
import { printed, type Reading } from '../reading.ts'
import { dueDay } from '../tables/find-in-tables.ts'
import type { Responsibilities } from './responsibility-labels.ts'

const NUMBERING =
  /(?:^|(?<=[\n。；）)】]))(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,3}[.、．](?!\d)|[①-⑳]|[●■◆▲·•]|第[一二三四五六七八九十\d]{1,3}[项条])/g
/** An item is at most this long: a bracket far from any numbering belongs to its own paragraph. */
const LONGEST_ITEM = 400

/**
 * Tasks of a numbered list whose brackets or lines name who leads and who supports:
 * `3.改造老旧小区12个。（牵头单位：住建局；配合单位：财政局；完成时限：9月底）`.
 */
export function findListedTasks(reading: Reading, found: readonly Responsibilities[]): FoundStatement[] {
  const tasks: FoundStatement[] = []
  let from = 0
  for (const labels of found) {
    const range = itemBefore(reading, Math.max(from, labels.range.start - LONGEST_ITEM), labels.range.start)
    from = labels.range.end
    if (range && range.end - range.start >= 4) tasks.push(toTask(reading, range, labels))
  }
  return tasks
}

/** The text of the item that a bracket closes: from its numbering, or from where its paragraph starts. */
function itemBefore(reading: Reading, from: number, to: number): Range | null {
  const { folded } = reading.article.body
  const text = folded.slice(from, to)
  const numbered = [...text.matchAll(NUMBERING)].at(-1)
  const paragraph = reading.article.paragraphs.findLast((each) => each.start < to)
  let start = numbered ? from + numbered.index + numbered[0].length : Math.max(from, paragraph?.start ?? from)
  let end = to
  while (end > start && /[。；，：\n（(【\]]/.test(folded[end - 1]!)) end--
  while (start < end && /[\n）)】。；，]/.test(folded[start]!)) start++
  return end > start ? { start, end } : null
}

function toTask(reading: Reading, range: Range, labels: Responsibilities): FoundStatement {
  const { article } = reading
  const { folded } = article.body
  const text = printed(article, range)
  const due = labels.due ? dueDay(folded.slice(labels.due.start, labels.due.end), reading.reportDate) : null
  return {
    kind: 'task',
    articleIndex: article.index,
    unit: null,
    subject: text.split(/[。，；：]/)[0]!.slice(0, 60) || text.slice(0, 60),
    period: null,
    ranges: [range],
    confidence: 0.95,
    rule: 'task.listed-with-responsibilities',
    task: {
      speaker: null,
      responsible: [...labels.charged, ...(labels.lead ? [labels.lead] : []), ...labels.supporting],
      lead: labels.lead,
      supporting: labels.supporting,
      deadline: due ?? findDeadlines(folded, range, reading.reportDate)[0]?.day ?? null,
      theme: null,
      parts: [],
    },
  }
}
