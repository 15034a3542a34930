import type { ReadReport } from '../../../reports/index.ts'
import type { Register } from '../../../units/index.ts'
import type { Figure } from './figure.ts'
import { findComparisons } from './find-comparisons.ts'
import { findDates } from './find-dates.ts'
import { findDirections } from './find-directions.ts'
import { findFormerUnits } from './find-former-units.ts'
import { findGrowth, findIncreases } from './find-growth.ts'
import { findPerPerson } from './find-per-person.ts'
import { findRanks } from './find-ranks.ts'
import { findRepeated } from './find-repeated.ts'
import { findShares, overHundred, pointsMixedUp } from './find-shares.ts'
import { findSums } from './find-sums.ts'
import { findTitlePeriod } from './find-title-period.ts'
import type { FigureFinding } from './finding.ts'
import { judgeRelation, written } from './judge-relation.ts'
import { plainFinding } from './plain-finding.ts'
import { readSentences, type Sentence } from './sentence.ts'

export interface CheckFiguresOptions {
  /** Whose units had ended on the day of the text; without it names are not checked. */
  readonly register?: Register
}

/**
 * Everything in a read report whose numbers cannot all be right, in the order of the text. Where the words leave open
 * how two numbers belong together, nothing is said.
 */
export function checkFigures(report: ReadReport, { register }: CheckFiguresOptions = {}): FigureFinding[] {
  const day = dayOf(report.reportDate.value)
  return report.articles.flatMap((article) => {
    const sentences = readSentences(article)
    const findings = [
      ...sentences.flatMap((sentence, i) => ofSentence(sentence, sentences[i - 1])),
      ...findRepeated(sentences),
      ...findTitlePeriod(article, sentences),
      ...(register && day ? findFormerUnits(sentences, register, day) : []),
    ]
    return withoutRepeats(findings)
  })
}

function ofSentence(sentence: Sentence, previous: Sentence | undefined): FigureFinding[] {
  const relations = [
    ...findGrowth(sentence),
    ...findIncreases(sentence),
    ...findSums(sentence),
    ...findShares(sentence, previous),
    ...findPerPerson(sentence),
  ]
  return [
    ...relations.flatMap((relation) => judgeRelation(relation) ?? []),
    ...findDirections(sentence),
    ...overHundred(sentence).map((figure) => over(sentence, figure)),
    ...pointsMixedUp(sentence).map(({ figures, expected }) => mixedUp(sentence, figures, expected)),
    ...findDates(sentence),
    ...findRanks(sentence),
    ...findComparisons(sentence),
  ]
}

function over(sentence: Sentence, figure: Figure): FigureFinding {
  const printed = written(figure)
  return plainFinding(
    sentence.article,
    { sentence, figures: [figure] },
    {
      kind: 'over-hundred',
      cause: 'impossible',
      printed,
      expected: '≤ 100%',
      arithmetic: `${printed} > 100%`,
    },
  )
}

function mixedUp(sentence: Sentence, figures: readonly Figure[], expected: string): FigureFinding {
  const printed = written(figures.at(-1)!)
  return plainFinding(
    sentence.article,
    { sentence, figures },
    {
      kind: 'points',
      cause: 'points-percent',
      severity: 'warning',
      printed,
      expected,
      arithmetic: `${printed} → ${expected}`,
    },
  )
}

/** One slip may break several relations of the same numbers: the first of a place and kind is told. */
function withoutRepeats(findings: readonly FigureFinding[]): FigureFinding[] {
  const told = new Set<string>()
  return [...findings]
    .sort((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0))
    .filter(({ kind, figures }) => {
      const key = `${kind} ${figures.at(-1)?.join()}`
      return told.has(key) ? false : told.add(key)
    })
}

/** `2024-01` is any day of January: the first counts, so that nothing is called former before it surely was. */
function dayOf(date: string | null): string | null {
  if (!date) return null
  if (date.length === 10) return date
  return date.length === 7 ? `${date}-01` : `${date}-01-01`
}
