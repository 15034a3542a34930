import type { Register } from '../../../units/index.ts'
import { findPeriodMarkers } from '../dates/find-period-markers.ts'
import type { Article, FoundStatement, ReadReport } from '../model.ts'
import { findOwner } from '../units/find-owner.ts'
import { gatherKnownNames } from '../units/known-names.ts'
import { readUnitTimeline } from '../units/unit-timeline.ts'
import { findFigures } from './figures/find-figures.ts'
import { findFirsts } from './firsts/find-firsts.ts'
import { findRanks } from './ranks/find-ranks.ts'
import type { Reading } from './reading.ts'
import { findShortfalls } from './shortfalls/find-shortfalls.ts'
import { findTasks } from './tasks/find-tasks.ts'
import { isTelling } from './tasks/is-telling.ts'
import { splitSentences } from './text/sentences.ts'
import { readVoices } from './voice/read-voices.ts'

/**
 * Finds what a report says: ranks, firsts, figures, shortfalls, tasks and metrics, each with the ranges of the
 * body that it quotes, the rule that found it and how sure it is. Pure and deterministic; statements come in
 * the order of the text. A register adds the city's own names; without one the suffix grammar reads them.
 */
export function findStatements(report: ReadReport, options: { register?: Register } = {}): FoundStatement[] {
  const known = gatherKnownNames(report, options.register)
  const owner = findOwner(report, options.register)
  return report.articles.flatMap((article) => {
    const reading = readArticle(article, report.reportDate.value, { known, owner })
    const found = [findRanks, findFirsts, findFigures, findShortfalls, findTasks].flatMap((find) =>
      find(reading),
    )
    return found.sort((a, b) => a.ranges[0]!.start - b.ranges[0]!.start)
  })
}

/** Prepares an article for the rules: sentences with their voice and periods, and the units it speaks of. */
export function readArticle(
  article: Article,
  reportDate: string | null,
  names: { known: ReturnType<typeof gatherKnownNames>; owner: string | null },
): Reading {
  const { folded } = article.body
  const sentences = splitSentences(folded, article.paragraphs)
  const voices = readVoices(article, sentences, (sentence) => isTelling(folded, sentence))
  return {
    article,
    reportDate,
    owner: names.owner,
    units: readUnitTimeline(article, sentences, voices, names),
    sentences: sentences.map((sentence, index) => ({
      ...sentence,
      index,
      voice: voices[index]!,
      markers: findPeriodMarkers(folded, sentence, reportDate),
      folded: folded.slice(sentence.start, sentence.end),
    })),
  }
}
