import { findDeadlines } from '../../dates/find-deadlines.ts'
import type { Article, FoundStatement, Range } from '../../model.ts'
import { printed } from '../reading.ts'
import { splitWeakMatters } from '../shortfalls/weakness.ts'
import { splitList } from '../text/split-list.ts'
import type { Cell, CellRole, Row } from './read-tables.ts'

/** Shortfalls and tasks that table rows hold under their headings; the unit is that of the row. */
export function findInTables(
  article: Article,
  rows: readonly Row[],
  reportDate: string | null,
): FoundStatement[] {
  return rows.flatMap((row) => [...shortfallsOf(article, row), ...tasksOf(article, row, reportDate)])
}

function shortfallsOf(article: Article, row: Row): FoundStatement[] {
  const unit = namesIn(article, row, 'unit')[0] ?? null
  return row
    .filter((cell) => cell.role === 'shortfall')
    .flatMap((cell) =>
      itemsOf(article, cell).flatMap((quote) =>
        splitWeakMatters(article.body.folded, quote).map((item) => ({
          kind: 'shortfall' as const,
          articleIndex: article.index,
          unit,
          subject: printed(article, item),
          period: null,
          ranges: [quote],
          confidence: unit === null ? 0.7 : 0.9,
          rule: 'shortfall.table-cell',
        })),
      ),
    )
}

function tasksOf(article: Article, row: Row, reportDate: string | null): FoundStatement[] {
  const { folded } = article.body
  const lead = namesIn(article, row, 'lead')
  const charged = namesIn(article, row, 'charged')
  const supporting = [...lead.slice(1), ...namesIn(article, row, 'supporting')]
  const due = row.find((cell) => cell.role === 'due')
  const units = namesIn(article, row, 'unit')
  const named = [...lead.slice(0, 1), ...charged, ...supporting]
  return row
    .filter((cell) => cell.role === 'task')
    .flatMap((cell) => itemsOf(article, cell))
    .map((item) => ({
      kind: 'task' as const,
      articleIndex: article.index,
      unit: units[0] ?? null,
      subject: printed(article, item)
        .split(/[，；。]/)[0]!
        .slice(0, 60),
      period: null,
      ranges: [item],
      confidence: named.length ? 0.95 : 0.85,
      rule: 'task.table-row',
      task: {
        speaker: null,
        responsible: named.length ? named : units,
        lead: lead[0] ?? null,
        supporting: lead.length ? [...charged, ...supporting] : supporting,
        deadline:
          (due && dueDay(folded.slice(due.start, due.end), reportDate)) ??
          findDeadlines(folded, item, reportDate)[0]?.day ??
          null,
        theme: null,
        parts: [],
      },
    }))
}

/** Numbered or semicolon-parted items of a cell. */
function itemsOf(article: Article, cell: Cell): Range[] {
  const { folded } = article.body
  return splitList(folded, cell, ['；', '。'])
    .map((item) => {
      const numbering =
        /^(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．](?!\d)|[①-⑳]|[一二三四五六七八九十]是)/.exec(
          folded.slice(item.start, item.end),
        )
      return { start: item.start + (numbering?.[0].length ?? 0), end: item.end }
    })
    .filter((item) => item.end - item.start >= 4 && !/^(?:无|暂无)/.test(folded.slice(item.start, item.end)))
}

function namesIn(article: Article, row: Row, role: CellRole): string[] {
  return row
    .filter((cell) => cell.role === role)
    .flatMap((cell) => splitList(article.body.folded, cell, ['、', '，', '；', '及', '和']))
    .map((item) => printed(article, item))
    .filter((name) => name.length >= 2)
}

/** A time limit in a cell stands without 前: 9月底, 2024年11月. */
export function dueDay(text: string, reportDate: string | null): string | null {
  const whole = /^(?:(?<year>20\d{2})年)?(?:全年|年内|年度|当年)$/.exec(text)
  if (whole) {
    const year = whole.groups?.year ?? reportDate?.slice(0, 4)
    return year ? `${year}-12-31` : null
  }
  for (const wording of [text, `${text.replace(/^(?:于|在)/, '')}前完成`]) {
    const day = findDeadlines(wording, { start: 0, end: wording.length }, reportDate).at(-1)?.day
    if (day) return day
  }
  return null
}
