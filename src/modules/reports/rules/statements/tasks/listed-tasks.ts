import { findDeadlines } from '../../dates/find-deadlines.ts'
import type { FoundStatement, Range } from '../../model.ts'
import { printed, type Reading, type ReadSentence } from '../reading.ts'
import { hasResponsibilities, readResponsibilities } from './responsibility-labels.ts'

const NUMBERING =
  /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[①-⑳]|[●■◆▲·•]|第[一二三四五六七八九十\d]{1,3}[项条]，?)+/
const BRACKET = /[（(【](?=(?:牵头|责任|主办|配合|协办|落实|承办|完成时)[^）)】]{0,6}[：:])/

/**
 * Tasks of a numbered list whose brackets or lines name who leads and who supports:
 * `3.改造老旧小区12个。（牵头单位：住建局；配合单位：财政局；完成时限：9月底）`.
 */
export function findListedTasks(reading: Reading): FoundStatement[] {
  const tasks: FoundStatement[] = []
  const { folded } = reading.article.body
  let pending: ReadSentence[] = []
  for (const sentence of reading.sentences) {
    const startsItem = NUMBERING.test(sentence.folded)
    if (
      startsItem ||
      (pending.length > 0 &&
        pending.at(-1)!.paragraph !== sentence.paragraph &&
        !hasResponsibilities(sentence.folded))
    )
      pending = []
    if (!hasResponsibilities(sentence.folded)) {
      pending.push(sentence)
      continue
    }
    const bracket = BRACKET.exec(sentence.folded)
    const label = bracket?.index ?? sentence.folded.search(/(?:牵头|责任|主办)(?:单位|部门|主体)?[：:]/)
    const first = label > 4 ? sentence : (pending.at(-1) ?? null)
    const start = pending[0]?.start ?? sentence.start
    if (!first) continue
    const range = itemRange(folded, {
      start: label > 4 && pending.length === 0 ? sentence.start : start,
      end: sentence.start + label,
    })
    const labels = readResponsibilities(reading.article, {
      start: sentence.start + Math.max(0, label),
      end: sentence.end,
    })
    if (labels && range.end - range.start >= 4) tasks.push(toTask(reading, range, labels))
    pending = []
  }
  return tasks
}

function itemRange(folded: string, range: Range): Range {
  let { start, end } = range
  start += NUMBERING.exec(folded.slice(start, end))?.[0].length ?? 0
  while (end > start && /[。；，\n（(【]/.test(folded[end - 1]!)) end--
  return { start, end }
}

function toTask(
  reading: Reading,
  range: Range,
  labels: NonNullable<ReturnType<typeof readResponsibilities>>,
): FoundStatement {
  const { article } = reading
  const { folded } = article.body
  const text = printed(article, range)
  const due = labels.due ? dueDay(reading, labels.due) : null
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
      responsible: [...(labels.lead ? [labels.lead] : []), ...labels.supporting],
      lead: labels.lead,
      supporting: labels.supporting,
      deadline: due ?? findDeadlines(folded, range, reading.reportDate)[0]?.day ?? null,
      theme: null,
      parts: [],
    },
  }
}

/** A time limit stands without 前: 9月底, 2024年12月. */
function dueDay(reading: Reading, due: Range): string | null {
  const { folded } = reading.article.body
  const direct = findDeadlines(folded, due, reading.reportDate)[0]?.day
  if (direct) return direct
  const text = `${folded.slice(due.start, due.end).replace(/^(?:于|在)/, '')}前完成`
  return findDeadlines(text, { start: 0, end: text.length }, reading.reportDate)[0]?.day ?? null
}
