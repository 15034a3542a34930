import { likenessOf } from '../likeness.ts'
import { compareFigures } from './compare-figures.ts'
import thresholds from './match-thresholds.json' with { type: 'json' }
import type { PrintedWords } from './printed-words.ts'

export interface MatchStrength {
  /** Per mille. */
  readonly score: number
  readonly sharedWords: readonly string[]
  readonly isSuggested: boolean
}

/**
 * How likely a line of the book and a sentence of the report say the same: their words, and the figures and positions
 * where both have any, weighed by `match-thresholds.json`.
 */
export function matchStrength(book: PrintedWords, print: PrintedWords): MatchStrength {
  const alike = likenessOf(book.telling, print.telling)
  const words = Math.round(alike.likeness * 1000)
  const { sharedWords } = alike
  if (words < thresholds.leastWords) return { score: words, sharedWords, isSuggested: false }
  const compared = compareFigures(book, print)
  const positions = compared.filter(({ book }) => book.startsWith('第'))
  const figures = compared.filter(({ book }) => !book.startsWith('第'))
  const parts = [
    { weight: thresholds.words, value: words },
    ...(figures.length > 0 ? [{ weight: thresholds.figures, value: agreeing(figures) }] : []),
    ...(positions.length > 0 ? [{ weight: thresholds.rank, value: agreeing(positions) }] : []),
  ]
  const weight = parts.reduce((sum, part) => sum + part.weight, 0)
  const score = Math.round(parts.reduce((sum, part) => sum + part.weight * part.value, 0) / weight)
  return { score, sharedWords, isSuggested: score >= thresholds.suggest }
}

function agreeing(compared: readonly { readonly agrees: boolean }[]): number {
  return Math.round((1000 * compared.filter(({ agrees }) => agrees).length) / compared.length)
}
