import type { Figure } from '../figure-check/figure.ts'
import { readFigures } from '../figure-check/read-figures.ts'
import { readPositions } from './read-positions.ts'

/** What a sentence says in numbers, beside its words. */
export interface PrintedWords {
  readonly text: string
  /** The text without its numbers: a figure in common is no word in common. */
  readonly words: string
  readonly figures: readonly Figure[]
  readonly positions: readonly number[]
}

const FULL_WIDTH = /[０-９％．]/g

/** Reads figures and positions of a line or a statement; full-width digits are read as they are meant. */
export function printedWords(text: string): PrintedWords {
  const folded = text.replaceAll(FULL_WIDTH, (one) => String.fromCharCode(one.charCodeAt(0) - 0xfee0))
  const words = folded.replaceAll(/[\d.,]+%?/g, ' ')
  return { text: folded, words, figures: readFigures(folded), positions: readPositions(folded) }
}
