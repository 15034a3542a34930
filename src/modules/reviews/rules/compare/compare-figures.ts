import { compareFractions, minus, whole } from '../../../indicators/index.ts'
import type { Figure } from '../figure-check/figure.ts'
import type { PrintedWords } from './printed-words.ts'

/** Two texts' figures of one measure, or positions, as printed. */
export interface ComparedFigure {
  readonly book: string
  readonly print: string
  readonly agrees: boolean
}

/**
 * The figures that both texts give of one kind and measure, those that agree first; what rounding explains agrees. Vague
 * ones (约, 近, 余) are left out, and what only one text gives is no difference.
 */
export function compareFigures(book: PrintedWords, print: PrintedWords): ComparedFigure[] {
  const compared = pairUp(exactOf(book), exactOf(print), { alike: isOneMeasure, agree: agreeFigures })
  const positions = pairUp(book.positions, print.positions, { alike: () => true, agree: (a, b) => a === b })
  return [
    ...compared.map(([a, b, agrees]) => ({ book: shown(book, a), print: shown(print, b), agrees })),
    ...positions.map(([a, b, agrees]) => ({ book: `第${a}`, print: `第${b}`, agrees })),
  ].sort((a, b) => Number(b.agrees) - Number(a.agrees))
}

interface Pairing<T> {
  readonly alike: (one: T, other: T) => boolean
  readonly agree: (one: T, other: T) => boolean
}

/** Each at most once: whoever agrees first, then what is left in the order of the texts. */
function pairUp<T>(
  ones: readonly T[],
  others: readonly T[],
  { alike, agree }: Pairing<T>,
): [T, T, boolean][] {
  const pairs: [T, T, boolean][] = []
  const left = new Set(others)
  const rest: T[] = []
  for (const one of ones) {
    const found = [...left].find((other) => alike(one, other) && agree(one, other))
    if (found === undefined) rest.push(one)
    else {
      left.delete(found)
      pairs.push([one, found, true])
    }
  }
  for (const one of rest) {
    const found = [...left].find((other) => alike(one, other))
    if (found === undefined) continue
    left.delete(found)
    pairs.push([one, found, false])
  }
  return pairs
}

const exactOf = ({ figures }: PrintedWords) => figures.filter(({ isVague }) => !isVague)
const isOneMeasure = (a: Figure, b: Figure) => a.kind === b.kind && a.measure === b.measure
const shown = ({ text }: PrintedWords, { start, end }: Figure) => text.slice(start, end)

/** As far as the coarser of the two prints it: the same places printed differently are different. */
function agreeFigures(a: Figure, b: Figure): boolean {
  const difference = minus(a.value, b.value)
  const size = difference.n < 0n ? minus(whole(0), difference) : difference
  const tolerance = compareFractions(a.tolerance, b.tolerance) < 0 ? b.tolerance : a.tolerance
  return compareFractions(size, tolerance) <= 0
}
