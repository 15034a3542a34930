import { compareFractions, type Fraction, fractionOf } from '../../../indicators/index.ts'
import type { Figure } from '../figure-check/figure.ts'
import { tellingOf } from '../likeness.ts'
import { type PrintedWords, printedWords } from './printed-words.ts'

/** A statement of the report about a unit. */
export interface Printed {
  readonly id: string
  readonly kind: string
  readonly subject: string
  /** The sentence, in which other statements may stand, too. */
  readonly quote: string
  /** Of a rank. */
  readonly position: number | null
  /** Of a figure: decimal numerals with the scale multiplied out, its value and its growth. */
  readonly values: readonly string[]
}

/**
 * What one statement says of a sentence that may say several things: the words of its subject, and of the figures only its
 * own. Three shortfalls in one sentence are three statements.
 */
export function printedStatement({ kind, subject, quote, position, values }: Printed): PrintedWords {
  const sentence = printedWords(quote)
  const ofSubject = tellingOf(subject)
  const own = sentence.figures.filter((figure) => values.some((value) => isValue(figure, value)))
  return {
    text: sentence.text,
    telling: ofSubject.words.size > 0 ? ofSubject : sentence.telling,
    figures: kind !== 'figure' && kind !== 'metric' ? [] : own.length > 0 ? own : sentence.figures,
    positions: position === null ? [] : [position],
  }
}

function isValue(figure: Figure, value: string): boolean {
  return compareFractions(sizeOf(figure.value), sizeOf(fractionOf(value))) === 0
}

/** A fall is printed without its sign: 下降3%. */
const sizeOf = ({ n, d }: Fraction): Fraction => ({ n: n < 0n ? -n : n, d })
