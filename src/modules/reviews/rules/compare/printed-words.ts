import type { Figure } from '../figure-check/figure.ts'
import { readFigures } from '../figure-check/read-figures.ts'
import { type Telling, tellingOf } from '../likeness.ts'
import { readPositions } from './read-positions.ts'

/** What a sentence says in numbers, beside its words. */
export interface PrintedWords {
  readonly text: string
  /** Of the text without its numbers: a figure in common is no word in common. */
  readonly telling: Telling
  readonly figures: readonly Figure[]
  readonly positions: readonly number[]
}

const FULL_WIDTH = /[０-９％．]/g

/** Reads figures and positions of a line or a statement; full-width digits are read as they are meant. */
export function printedWords(text: string): PrintedWords {
  const folded = text.replaceAll(FULL_WIDTH, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
  const telling = tellingOf(folded.replaceAll(/[\d.,]+%?/g, ' '))
  return { text: folded, telling, figures: readFigures(folded), positions: readPositions(folded) }
}
