import type { CheckedArticle } from './body.ts'
import { percent, plain } from './find-growth.ts'
import { difference, overlap, quotient, sum } from './interval.ts'
import { intervalOf } from './judge-relation.ts'
import type { PastedTable, TableRow } from './read-tables.ts'
import type { Reckoning, Relation } from './relation.ts'
import { maskSentence } from './sentence.ts'

const TOTAL_ROW = /^(?:合计|总计|共计|小计|全[市区县省]|总[数量]|平均)/
const SUM_ROW = /^(?:合计|总计|共计|全[市区县省])/
const RATE_COLUMN = /率|比|增|减|幅|速|%|均|分|位|名|序/
const NOT_ADDED = /率|比重|占比|均|得分|评分|名次|排名|排序|序号|编号|年份|位次|人均|指数/

/**
 * What the columns of a table have to do with each other is read off the table: a reckoning that holds in most rows is
 * the table's own, and a row that breaks it is told. Totals are held against the rows above or below them.
 */
export function findTableRelations(article: CheckedArticle, table: PastedTable): Relation[] {
  return [...columnSums(article, table), ...rowRelations(article, table)]
}

function columnSums(article: CheckedArticle, { headings, rows }: PastedTable): Relation[] {
  const totals = rows.filter(({ label }) => SUM_ROW.test(label))
  const [total] = totals
  const parts = rows.filter((row) => row !== total)
  const isAtEnd = total === rows[0] || total === rows.at(-1)
  if (!total || totals.length > 1 || !isAtEnd || parts.length < 2) return []
  if (parts.some(({ label }) => TOTAL_ROW.test(label) || /其中/.test(label))) return []
  return headings.flatMap((heading, c) => {
    const printed = total.cells[c]
    const terms = parts.map(({ cells }) => cells[c])
    if (printed?.kind !== 'count' || NOT_ADDED.test(heading) || terms.some((cell) => !cell)) return []
    const figures = terms.map((cell) => cell!)
    return [
      {
        kind: 'sum' as const,
        sentence: stretch(article, total),
        terms: figures,
        printed,
        reckon: sum,
        formula: figures.map(plain).join(' + '),
        ...(/^(?:合计|总计|共计)/.test(total.label) ? {} : { needsCause: true, chance: 0.1 }),
      },
    ]
  })
}

interface Law {
  readonly from: readonly number[]
  readonly reckon: Reckoning
  readonly formula: (values: readonly string[]) => string
  readonly kind: 'growth' | 'share' | 'increase' | 'sum'
}

const growth: Reckoning = ([a, b]) => percent(quotient(difference(b!, a!), a!))
const share: Reckoning = ([a, b]) => percent(quotient(b!, a!))
const gap: Reckoning = ([a, b]) => difference(b!, a!)

/** For each column the reckoning from two or more others that most rows follow. */
function rowRelations(article: CheckedArticle, { headings, rows }: PastedTable): Relation[] {
  const wide = headings.length
  return headings.flatMap((heading, c) => {
    const filled = rows.filter(({ cells }) => cells[c])
    if (filled.length < 2) return []
    const laws = lawsFor(c, wide, filled[0]!.cells[c]!.kind)
    const best = laws
      .map((law) => ({ law, ...followers(filled, c, law) }))
      .filter(({ tested, holds }) => holds.length < tested.length || tested.length === 0)
      .filter(({ tested, holds }) => isLaw(tested.length, holds.length, RATE_COLUMN.test(heading)))
      .sort((a, b) => b.holds.length - a.holds.length)
    const isExplained = laws.some((law) => {
      const { tested, holds } = followers(filled, c, law)
      return tested.length === filled.length && holds.length === tested.length
    })
    const [first] = best
    if (!first || isExplained) return []
    return first.tested
      .filter((row) => !first.holds.includes(row))
      .map((row) => relationOf(article, row, c, first.law))
  })
}

/** Two rows in three, and at least two; of two rows one suffices under a heading that names a rate. */
function isLaw(tested: number, holds: number, isRate: boolean): boolean {
  if (tested === 2) return isRate && holds === 1
  return holds >= 2 && holds * 3 >= tested * 2
}

function lawsFor(c: number, wide: number, kind: 'count' | 'percent' | 'points' | 'times'): Law[] {
  const others = Array.from({ length: wide }, (_, i) => i).filter((i) => i !== c)
  const pairs = others.flatMap((a) => others.filter((b) => b !== a).map((b) => [a, b] as const))
  if (kind === 'percent')
    return pairs.flatMap((from) => [
      { from, reckon: growth, kind: 'growth', formula: ([a, b]) => `(${b} − ${a}) ÷ ${a}` } satisfies Law,
      { from, reckon: share, kind: 'share', formula: ([a, b]) => `${b} ÷ ${a}` } satisfies Law,
    ])
  if (kind !== 'count') return []
  const gaps = pairs.map(
    (from): Law => ({ from, reckon: gap, kind: 'increase', formula: ([a, b]) => `${b} − ${a}` }),
  )
  const before = others.filter((i) => i < c)
  if (before.length < 3) return gaps
  return [...gaps, { from: before, reckon: sum, kind: 'sum', formula: (all) => all.join(' + ') }]
}

function followers(rows: readonly TableRow[], c: number, law: Law) {
  const tested = rows.filter(({ cells }) => law.from.every((i) => cells[i] && cells[i]!.kind === 'count'))
  const holds = tested.filter(({ cells }) => {
    const found = law.reckon(law.from.map((i) => intervalOf(cells[i]!)))
    return found !== undefined && overlap(found, intervalOf(cells[c]!))
  })
  return { tested, holds }
}

function relationOf(article: CheckedArticle, row: TableRow, c: number, law: Law): Relation {
  const terms = law.from.map((i) => row.cells[i]!)
  return {
    kind: law.kind,
    sentence: stretch(article, row),
    terms,
    printed: row.cells[c]!,
    reckon: law.reckon,
    formula: law.formula(terms.map(plain)),
  }
}

function stretch(article: CheckedArticle, { start, end }: TableRow) {
  return maskSentence(article, -1, { start, text: article.body.folded.slice(start, end) })
}
