import {
  compareFractions,
  decimalOf,
  type Fraction,
  minus,
  over,
  plus,
  ratio,
  times,
  whole,
} from '../../../indicators/index.ts'
import { slicesOf } from './body.ts'
import type { Figure } from './figure.ts'
import type { Cause, FigureFinding } from './finding.ts'
import { around, type Interval, overlap } from './interval.ts'
import type { Relation } from './relation.ts'
import { slipsOf } from './slips-of.ts'

/** A finding when the printed numbers cannot all be right, whatever they were before rounding; null when they can. */
export function judgeRelation(relation: Relation): FigureFinding | null {
  const { terms, printed, reckon, sentence } = relation
  if ([...terms, printed].some(({ isVague }) => isVague)) return null
  const expected = reckon(terms.map(intervalOf))
  if (!expected || overlap(expected, intervalOf(printed))) return null
  const { cause, repair } = relation.kind === 'part' ? causeOfPart(relation) : causeOf(relation, expected)
  if (relation.needsCause && !isEvidence(relation, expected, cause)) return null
  return {
    kind: relation.kind,
    severity: cause === 'truncation' || isNear(expected, printed) ? 'note' : 'error',
    cause,
    article: sentence.article.index,
    spans: slicesOf(sentence.article, sentence),
    figures: [...terms, printed].flatMap((figure) => slicesOf(sentence.article, figure)),
    printed: written(printed),
    expected: relation.kind === 'part' ? `≤ ${written(terms[0]!)}` : writtenInterval(expected, printed),
    arithmetic:
      relation.kind === 'part'
        ? `${written(printed)} > ${written(terms[0]!)}`
        : `${relation.formula} = ${writtenInterval(expected, printed)} ≠ ${written(printed)}`,
    repair,
  }
}

export function intervalOf({ value, tolerance }: Figure): Interval {
  return around(value, tolerance)
}

/** As printed, with scale and measure. */
export function written({ numeral, scale, measure }: Figure): string {
  return numeral + ({ 12: '万亿', 8: '亿', 7: '千万', 6: '百万', 4: '万', 3: '千' }[scale] ?? '') + measure
}

export function causeOf(relation: Relation, expected: Interval): { cause: Cause; repair: string | null } {
  const { printed, terms, reckon, mistaken = [] } = relation
  if (isTruncated(printed, expected)) return { cause: 'truncation', repair: null }
  for (const { cause, reckon: other } of mistaken) {
    const reckoned = other(terms.map(intervalOf))
    if (reckoned && overlap(reckoned, intervalOf(printed))) return { cause, repair: null }
  }
  // So many numbers have a slip for everything, and each is reckoned with all of them.
  if (terms.length > MOST_TERMS) return { cause: 'unknown', repair: null }
  const all = [printed, ...terms]
  for (const cause of ['ten-thousand', 'decimal-point', 'digits-swapped', 'digit-changed'] as const) {
    for (const [i, figure] of all.entries())
      for (const slip of slipsOf(figure, cause)) {
        const [said, ...others] = all.with(i, slip)
        const reckoned = reckon(others.map(intervalOf))
        if (reckoned && overlap(reckoned, intervalOf(said!))) return { cause, repair: written(slip) }
      }
  }
  return { cause: 'unknown', repair: null }
}

/** Many slips make a part smaller than its whole; only of one a hundred times as large is the scale the likeliest. */
function causeOfPart({ printed, terms: [total] }: Relation): { cause: Cause; repair: string | null } {
  const isFar = compareFractions(printed.value, times(total!.value, whole(100))) > 0
  const slip = slipsOf(printed, 'ten-thousand').find(({ scale }) => scale === total!.scale)
  const isPart = slip !== undefined && compareFractions(slip.value, total!.value) <= 0
  return isFar && isPart
    ? { cause: 'ten-thousand', repair: written(slip) }
    : { cause: 'unknown', repair: null }
}

const MOST_TERMS = 40
const USUAL_CHANCE = 0.01

/**
 * Where the words leave open whether the numbers belong together, a slip that mends them is evidence only when so few
 * slips would hardly ever mend numbers that do not: slips tried × width of what agrees ÷ size of the number.
 */
function isEvidence(relation: Relation, expected: Interval, cause: Cause): boolean {
  if (cause === 'unknown' || cause === 'truncation') return false
  const { printed, terms, chance = USUAL_CHANCE } = relation
  const tried = [printed, ...terms].reduce((n, figure) => n + slipsOf(figure, cause).length, 0)
  const width = minus(plus(expected.high, times(printed.tolerance, whole(2))), expected.low)
  const unit = width.n === 0n ? whole(1) : width
  const size = printed.value.n < 0n ? minus(whole(0), printed.value) : printed.value
  const allowed = times(size, ratio(BigInt(Math.round(chance * 1000)), 1000n))
  return compareFractions(times(unit, whole(tried)), allowed) <= 0
}

/** The places were cut off instead of rounded: what was meant lies between the printed number and its next. */
function isTruncated({ value, tolerance }: Figure, { low, high }: Interval): boolean {
  if (tolerance.n === 0n) return false
  const isNegative = value.n < 0n
  const next = plus(value, times(tolerance, whole(isNegative ? -2 : 2)))
  const cut = isNegative ? { low: next, high: value } : { low: value, high: next }
  return overlap(cut, { low, high })
}

/** Within three units of the last place: an older state of the data may stand behind it. */
export function isNear(expected: Interval, { value, tolerance }: Figure): boolean {
  if (tolerance.n === 0n) return false
  const near = around(value, times(tolerance, whole(6)))
  return overlap(expected, near)
}

export function writtenInterval({ low, high }: Interval, printed: Figure): string {
  const places = (printed.numeral.split('.')[1]?.length ?? 0) + 2
  const [a, b] = [low, high].map((end) => shown(end, printed, places))
  const suffix = written({ ...printed, numeral: '' })
  return a === b ? `${a}${suffix}` : `${a}–${b}${suffix}`
}

function shown(value: Fraction, { scale }: Figure, places: number): string {
  return decimalOf(over(value, whole(10n ** BigInt(scale))), places)
}
