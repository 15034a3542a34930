import type { Figure } from './figure.ts'
import { findChanges } from './find-changes.ts'
import { findComparisons } from './find-comparisons.ts'
import { findDates } from './find-dates.ts'
import { findDirections } from './find-directions.ts'
import { findEnumerations } from './find-enumerations.ts'
import { findGrowth, findIncreases } from './find-growth.ts'
import { findMisnamedGrowth } from './find-misnamed-growth.ts'
import { findPerPerson } from './find-per-person.ts'
import { findPlans } from './find-plans.ts'
import { pointsMixedUp } from './find-points.ts'
import { findRanks } from './find-ranks.ts'
import { findRates, isOpen } from './find-rates.ts'
import { findShareSums } from './find-share-sums.ts'
import { findShares, overHundred } from './find-shares.ts'
import { findSums } from './find-sums.ts'
import { findVagueness } from './find-vagueness.ts'
import type { FigureFinding } from './finding.ts'
import { judgeRelation, written } from './judge-relation.ts'
import { plainFinding } from './plain-finding.ts'
import type { Sentence } from './sentence.ts'

/** No person writes a longer sentence; searching one for relations takes the square of its length. */
const LONGEST = 6000

/** What contradicts itself in one sentence, its paragraph and the sentence before it beside it. */
export function checkSentence(
  sentence: Sentence,
  previous: Sentence | undefined,
  paragraph: readonly Sentence[],
): FigureFinding[] {
  if (sentence.masked.length > LONGEST) return []
  const growth = [...findGrowth(sentence), ...findIncreases(sentence)]
  const known = new Set(growth.map(({ printed }) => printed.start))
  const shares = findShares(sentence, previous)
  const shared = new Set(shares.map(({ printed }) => printed.start))
  const relations = [
    ...growth,
    ...findChanges(sentence).filter(({ printed }) => !known.has(printed.start)),
    ...findSums(sentence),
    ...findShareSums(sentence),
    ...shares,
    ...[...findRates(sentence, paragraph), ...findPlans(sentence)].filter(
      (rate) => !shared.has(rate.printed.start) && !isOpen(rate, paragraph),
    ),
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
    ...findMisnamedGrowth(sentence),
    ...findEnumerations(sentence),
    ...findVagueness(sentence),
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
