import type { Register } from '../../../units/index.ts'
import { findPeriodMarkers } from '../dates/find-period-markers.ts'
import type { Article, FoundStatement, Range, ReadReport } from '../model.ts'
import { findOwner } from '../units/find-owner.ts'
import { gatherKnownNames, type KnownNames } from '../units/known-names.ts'
import { readUnitTimeline } from '../units/unit-timeline.ts'
import { findFigures } from './figures/find-figures.ts'
import { findFirsts } from './firsts/find-firsts.ts'
import { findRanks } from './ranks/find-ranks.ts'
import type { Reading } from './reading.ts'
import { findShortfalls } from './shortfalls/find-shortfalls.ts'
import { findInTables } from './tables/find-in-tables.ts'
import { type Row, readTables } from './tables/read-tables.ts'
import { findTasks } from './tasks/find-tasks.ts'
import { isTelling } from './tasks/is-telling.ts'
import { findResponsibilities } from './tasks/responsibility-labels.ts'
import { splitSentences } from './text/sentences.ts'
import { readSections } from './voice/read-sections.ts'
import { readVoices } from './voice/read-voices.ts'

/**
 * Finds what a report says: ranks, firsts, figures, shortfalls, tasks and metrics, each with the ranges of the
 * body that it quotes, the rule that found it and how sure it is. Pure and deterministic; statements come in
 * the order of the text. A register adds the city's own names; without one the suffix grammar reads them.
 */
export function findStatements(report: ReadReport, options: { register?: Register } = {}): FoundStatement[] {
  const known = gatherKnownNames(report, options.register)
  const owner = findOwner(report, options.register, known)
  return report.articles.flatMap((article) => {
    const rows = readTables(report.received, article)
    const reading = readArticle(article, report.reportDate.value, { known, owner, rows })
    const found = [
      ...[findRanks, findFirsts, findFigures, findShortfalls, findTasks].flatMap((find) => find(reading)),
      ...findInTables(article, rows, report.reportDate.value),
    ]
    return withoutPlanned(
      found,
      findResponsibilities(article).map(({ range }) => range),
    ).sort((a, b) => a.ranges[0]!.start - b.ranges[0]!.start)
  })
}

/** What a listed task says is still to be done: its numbers and places are no results. */
function withoutPlanned(found: readonly FoundStatement[], labels: readonly Range[]): FoundStatement[] {
  const listed: Range[] = [
    ...found.filter((each) => each.kind === 'task').map((each) => each.ranges[0]!),
    ...labels,
  ]
  if (listed.length === 0) return [...found]
  return found.filter(
    (each) =>
      each.kind === 'task' ||
      !listed.some((task) => each.ranges[0]!.start < task.end && task.start < each.ranges[0]!.end),
  )
}

/** Prepares an article for the rules: sentences with their voice and periods, and the units it speaks of. */
export function readArticle(
  article: Article,
  reportDate: string | null,
  names: { known: KnownNames; owner: string | null; rows: readonly Row[] },
): Reading {
  const { folded } = article.body
  const cells = names.rows.flat().filter((cell) => cell.role !== 'account' && cell.role !== 'unit')
  const sentences = splitSentences(folded, article.paragraphs).filter(
    (sentence) => !cells.some((cell) => cell.start <= sentence.start && sentence.start < cell.end),
  )
  const sections = readSections(article, sentences, reportDate)
  const voices = readVoices(article, sentences, (sentence) => isTelling(folded, sentence)).map((voice, i) =>
    sections[i] === 'plan' && voice.mode === 'account'
      ? { ...voice, mode: 'instruction' as const, opens: true }
      : voice,
  )
  return {
    article,
    reportDate,
    owner: names.owner,
    units: readUnitTimeline(article, sentences, voices, names),
    sentences: sentences.map((sentence, index) => ({
      ...sentence,
      index,
      voice: voices[index]!,
      section: sections[index]!,
      markers: findPeriodMarkers(folded, sentence, reportDate),
      folded: folded.slice(sentence.start, sentence.end),
    })),
  }
}
