import { NOT_NOMINAL } from './change-words.ts'
import { percent, plain } from './find-growth.ts'
import type { FigureFinding } from './finding.ts'
import { difference, negated, overlap, quotient } from './interval.ts'
import { causeOf, intervalOf, isNear, written, writtenInterval } from './judge-relation.ts'
import { plainFinding } from './plain-finding.ts'
import type { YearFact } from './read-facts.ts'
import type { Reckoning } from './relation.ts'
import { isLike } from './terms.ts'

/**
 * A text against earlier ones of the same author: one year's level printed twice must be one number, and a growth must
 * lead from the level of the year before. An earlier text may have been preliminary, so that nothing here is an error.
 */
export function compareFacts(facts: readonly YearFact[], earlier: readonly YearFact[]): FigureFinding[] {
  const bySubject = Map.groupBy(earlier, ({ subject }) => subject)
  return facts.flatMap((fact) => {
    const known = (bySubject.get(fact.subject) ?? []).filter(({ figure }) => isLike(figure, fact.figure))
    return [...sameYear(fact, known), ...fromYearBefore(fact, known)]
  })
}

function sameYear(fact: YearFact, known: readonly YearFact[]): FigureFinding[] {
  const same = known.filter(({ year }) => year === fact.year)
  const printed = intervalOf(fact.figure)
  // One of several earlier prints that agrees is enough.
  if (same.length === 0 || same.some(({ figure }) => overlap(intervalOf(figure), printed))) return []
  const [other] = same.slice(-1)
  return [
    finding(fact, {
      cause: 'differs',
      severity: 'warning',
      figure: fact.figure,
      expected: written(other!.figure),
      arithmetic: `${fact.year}: ${written(other!.figure)} ≠ ${written(fact.figure)}`,
    }),
  ]
}

function fromYearBefore(fact: YearFact, known: readonly YearFact[]): FigureFinding[] {
  const { growth, year, figure } = fact
  if (!growth || figure.kind !== 'count' || NOT_NOMINAL.test(fact.subject)) return []
  const bases = known.filter((one) => one.year === year - 1)
  const reckoned = bases.flatMap((base) => {
    const b = intervalOf(base.figure)
    const grown = percent(quotient(difference(intervalOf(figure), b), b))
    return grown ? [{ base, grown: growth.isDown ? negated(grown) : grown }] : []
  })
  const printed = intervalOf(growth.figure)
  if (reckoned.length === 0 || reckoned.some(({ grown }) => overlap(grown, printed))) return []
  const { base, grown } = reckoned.at(-1)!
  const expected = writtenInterval(grown, growth.figure)
  return [
    finding(fact, {
      ...causeAgainst(fact, base),
      severity: isNear(grown, growth.figure) ? 'note' : 'warning',
      figure: growth.figure,
      expected,
      arithmetic: `(${plain(figure)} − ${plain(base.figure)} [${base.year}]) ÷ ${plain(base.figure)} = ${expected} ≠ ${written(growth.figure)}`,
    }),
  ]
}

/** A slip of this text explains most; else the earlier number was preliminary or counted otherwise. */
function causeAgainst(
  { sentence, figure, growth }: YearFact,
  base: YearFact,
): Pick<Said, 'cause' | 'repair'> {
  const reckon: Reckoning = ([now]) => {
    const b = intervalOf(base.figure)
    const grown = percent(quotient(difference(now!, b), b))
    return grown && growth!.isDown ? negated(grown) : grown
  }
  const relation = {
    kind: 'growth',
    sentence,
    terms: [figure],
    printed: growth!.figure,
    reckon,
    formula: '',
  } as const
  const { cause, repair } = causeOf(relation, reckon([intervalOf(figure)])!)
  return cause === 'unknown' || cause === 'digit-changed'
    ? { cause: 'other-base', repair: null }
    : { cause, repair }
}

type Said = Pick<FigureFinding, 'cause' | 'severity' | 'expected' | 'arithmetic'> & {
  readonly repair?: string | null
  readonly figure: YearFact['figure']
}

function finding({ sentence }: YearFact, { figure, ...said }: Said): FigureFinding {
  const where = { sentence, figures: [figure] }
  return plainFinding(sentence.article, where, { kind: 'earlier', printed: written(figure), ...said })
}
