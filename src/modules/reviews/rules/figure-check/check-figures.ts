import type { ReadReport } from '../../../reports/index.ts'
import type { Register } from '../../../units/index.ts'
import { checkSentence } from './check-sentence.ts'
import { compareFacts } from './compare-facts.ts'
import { findFormerUnits } from './find-former-units.ts'
import { findListSums } from './find-list-sums.ts'
import { looseSentences, printedLines, readAsPrinted } from './find-loose-lines.ts'
import { findNumbering } from './find-numbering.ts'
import { findRepeated } from './find-repeated.ts'
import { findTableRelations } from './find-table-relations.ts'
import { findTitlePeriod } from './find-title-period.ts'
import type { FigureFinding } from './finding.ts'
import { judgeRelation } from './judge-relation.ts'
import { readFacts } from './read-facts.ts'
import { readTables } from './read-tables.ts'
import { readSentences, type Sentence } from './sentence.ts'

export interface CheckFiguresOptions {
  /** Whose units had ended on the day of the text; without it names are not checked. */
  readonly register?: Register
  /** The day of the text where it tells none itself. */
  readonly day?: string
  /** Earlier texts of the same author, oldest first: figures of one year, and growth from the year before. */
  readonly earlier?: readonly ReadReport[]
}

/**
 * Everything in a read report whose numbers cannot all be right, in the order of the text. Where the words leave open
 * how two numbers belong together, nothing is said.
 */
export function checkFigures(
  report: ReadReport,
  { register, day, earlier = [] }: CheckFiguresOptions = {},
): FigureFinding[] {
  const printed = readAsPrinted(report)
  const lines = printedLines(printed)
  const loose = looseSentences(report, printed, lines)
  const onDay = dayOf(report.reportDate.value) ?? day
  const ofArticles = report.articles.flatMap((article) => {
    const sentences = readSentences(article)
    const apart = loose.filter(({ start }) => articleAt(report, start) === article.index)
    const all = [...apart, ...sentences]
    return [
      ...checkParagraphs(sentences),
      ...checkParagraphs(apart),
      ...findRepeated(all),
      ...findTitlePeriod(article, sentences),
      ...findNumbering(article, sentences),
      ...(register && onDay ? findFormerUnits(all, register, onDay) : []),
    ].map((finding) => ({ ...finding, article: article.index }))
  })
  const ofLists = [
    ...findListSums(printed, lines),
    ...readTables(lines).flatMap((table) => findTableRelations(printed, table)),
  ].flatMap((relation) => judgeRelation(relation) ?? [])
  const listed = ofLists.map((finding) => ({ ...finding, article: articleAt(report, finding.spans[0]![0]) }))
  const against = earlier.length > 0 ? compareFacts(readFacts(report), earlier.flatMap(readFacts)) : []
  return withoutCopies([...ofArticles, ...listed, ...against])
}

function checkParagraphs(sentences: readonly Sentence[]): FigureFinding[] {
  const paragraphs = Map.groupBy(sentences, ({ paragraph }) => paragraph)
  return [...paragraphs.values()].flatMap((paragraph) =>
    paragraph.flatMap((sentence, i) => checkSentence(sentence, paragraph[i - 1], paragraph)),
  )
}

/** The article that begins last before an offset. */
function articleAt({ articles }: ReadReport, at: number): number {
  let found = 0
  for (const { body, index } of articles) if ((body.at[0] ?? 0) <= at) found = index
  return found
}

/** The same numbers told twice: a sentence that stands once in a list and once in a body, a pull quote. */
function withoutCopies(findings: readonly FigureFinding[]): FigureFinding[] {
  const told = new Set<string>()
  return findings
    .filter((finding) => {
      const last = finding.figures.at(-1)
      const keys = [`${finding.kind} ${last?.join()}`, `${finding.kind} ${finding.arithmetic}`]
      const isTold = keys.some((key) => told.has(key))
      for (const key of keys) told.add(key)
      return !isTold
    })
    .sort((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0))
}

/** `2024-01` is any day of January: the first counts, so that nothing is called former before it surely was. */
function dayOf(date: string | null): string | null {
  if (!date) return null
  if (date.length === 10) return date
  return date.length === 7 ? `${date}-01` : `${date}-01-01`
}
