import { pairBefore } from './find-changes.ts'
import { meantBy, OF } from './find-comparisons.ts'
import { percent } from './find-growth.ts'
import type { FigureFinding } from './finding.ts'
import { difference, negated, overlap, quotient } from './interval.ts'
import { intervalOf, written } from './judge-relation.ts'
import { plainFinding } from './plain-finding.ts'
import type { Sentence } from './sentence.ts'
import { readTerms, type Term } from './terms.ts'

const BASE = new RegExp(OF, 'g')

/** 由5月的142件增到6月的167件，同比上升17.6%: the growth fits the month before, the word says last year. */
export function findMisnamedGrowth(sentence: Sentence): FigureFinding[] {
  const terms = readTerms(sentence)
  return terms.flatMap((change, i) => {
    const printed = /[同环]比/.exec(change.near)?.[0]
    if (!printed || change.role !== 'change' || change.figure.kind !== 'percent') return []
    const pair = pairBefore(terms, i)
    const named = [...(pair?.base.near.matchAll(BASE) ?? [])].at(-1)
    if (!pair || !named || pair.base.figure.kind !== 'count') return []
    const meant = meantBy(named.groups!, pair.base.lead.slice(0, pair.base.lead.lastIndexOf(named[0])))
    if (!meant || meant === printed || !fits(change, pair)) return []
    const figures = [pair.base.figure, pair.level.figure, change.figure]
    const arithmetic = `(${written(pair.level.figure)} − ${written(pair.base.figure)}) ÷ ${written(pair.base.figure)} = ${written(change.figure)}`
    return [
      plainFinding(
        sentence.article,
        { sentence, figures },
        { kind: 'comparison', cause: 'wrong-word', printed, expected: meant, arithmetic },
      ),
    ]
  })
}

function fits({ figure, isDown }: Term, { level, base }: { level: Term; base: Term }): boolean {
  const [from, to] = [intervalOf(base.figure), intervalOf(level.figure)]
  const growth = percent(quotient(difference(to, from), from))
  return growth !== undefined && overlap(isDown ? negated(growth) : growth, intervalOf(figure))
}
