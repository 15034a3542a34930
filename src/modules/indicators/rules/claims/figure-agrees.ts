import {
  compareFractions,
  type Fraction,
  fractionOf,
  magnitude,
  minus,
  over,
  plus,
  ratio,
  times,
  whole,
} from '../exact/fraction.ts'
import type { Precision } from './printed-precision.ts'
import words from './qualifiers.json' with { type: 'json' }
import type { VerdictReason } from './verdict.ts'

const { tolerancePercent, ...lists } = words
type QualifierKind = keyof typeof lists

/** What a qualifier claims; undefined for a word that is in no list. */
export function qualifierKind(qualifier: string | null): QualifierKind | undefined {
  if (qualifier === null || qualifier === '') return 'exactly'
  const kinds = Object.keys(lists) as QualifierKind[]
  return kinds.find((kind) => lists[kind].includes(qualifier))
}

/** In which way a number is what was printed; undefined when it is not. */
export type Agreement = Extract<
  VerdictReason,
  'figure-exact' | 'figure-rounds' | 'figure-truncates' | 'figure-within-words' | 'figure-far-above'
>

/**
 * Whether a number is the printed one, by its precision and its qualifier. Without a qualifier it has to be equal, to
 * round (half away from zero), or, which is said separately, to be cut off to what was printed. 近, 约 and the like reach
 * as far as `qualifiers.json` says [REC]; 超 and 以上 have no upper end, but far above is said.
 */
export function figureAgrees(
  actual: Fraction,
  printed: Fraction,
  { precision, kind }: { precision: Precision; kind: QualifierKind },
): Agreement | undefined {
  const order = compareFractions(actual, printed)
  const plain = plainAgreement(actual, printed, precision)
  const isWithin = (percent: string) =>
    compareFractions(magnitude(minus(actual, printed)), times(magnitude(printed), percentOf(percent))) <= 0
  const inWords = (holds: boolean): Agreement | undefined => (holds ? 'figure-within-words' : undefined)
  switch (kind) {
    case 'exactly':
      return plain
    case 'about':
      return plain ?? inWords(isWithin(tolerancePercent.about))
    case 'just-below':
      return (
        (order <= 0 ? plain : undefined) ?? inWords(order <= 0 && isWithin(tolerancePercent['just-below']))
      )
    case 'above':
      if (order < 0) return undefined
      return isWithin(tolerancePercent['far-above']) ? 'figure-within-words' : 'figure-far-above'
    case 'and-more':
      return inWords(order >= 0 && compareFractions(actual, plus(printed, precision.step)) < 0)
    case 'below':
      return inWords(order < 0)
    case 'at-most':
      return inWords(order <= 0)
  }
}

function plainAgreement(actual: Fraction, printed: Fraction, { unit }: Precision): Agreement | undefined {
  if (compareFractions(actual, printed) === 0) return 'figure-exact'
  const units = over(actual, unit)
  const asUnits = over(printed, unit)
  const rounded = (magnitude(units).n * 2n + units.d) / (units.d * 2n)
  const isNegative = units.n < 0n
  const isPrinted = (count: bigint) => compareFractions(whole(isNegative ? -count : count), asUnits) === 0
  if (isPrinted(rounded)) return 'figure-rounds'
  return isPrinted(magnitude(units).n / units.d) ? 'figure-truncates' : undefined
}

function percentOf(percent: string): Fraction {
  return times(fractionOf(percent), ratio(1n, 100n))
}
