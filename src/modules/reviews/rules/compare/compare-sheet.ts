import { type ComparedFigure, compareFigures } from './compare-figures.ts'
import { matchStrength } from './match-strength.ts'
import { type Decision, pairSaidPrinted } from './pair-said-printed.ts'
import { type Printed, printedStatement } from './printed-statement.ts'
import { type PrintedWords, printedWords } from './printed-words.ts'

/** A line of one unit in the book. */
export interface Said {
  readonly id: string
  readonly side: 'strength' | 'shortfall' | 'follow-up'
  readonly text: string
}

export interface SheetComparison {
  readonly pairs: readonly {
    readonly lineId: string
    readonly statementId: string
    readonly verdict: 'suggested' | 'confirmed'
    readonly score: number
    readonly sharedWords: readonly string[]
    readonly figures: readonly ComparedFigure[]
  }[]
  readonly onlyPrinted: readonly string[]
  readonly onlySaid: readonly string[]
}

/**
 * What of one unit's sheet was printed, and what stands on one side only. Praise is looked for among praise and
 * shortfalls among shortfalls; a line of last time's shortfall may have become either. Pairs come in the order of the book.
 * Lines × statements of one unit.
 */
export function compareSheet(
  said: readonly Said[],
  printed: readonly Printed[],
  decisions: readonly Decision[],
): SheetComparison {
  const lines = new Map(said.map((line) => [line.id, { ...line, words: printedWords(line.text) }]))
  const sentences = new Map(printed.map((each) => [each.id, { ...each, words: printedStatement(each) }]))
  const standing = decisions.filter((one) => lines.has(one.lineId) && sentences.has(one.statementId))
  const candidates = [...lines.values()].flatMap((line) =>
    [...sentences.values()]
      .filter(
        ({ kind }) => line.side === 'follow-up' || (line.side === 'shortfall') === (kind === 'shortfall'),
      )
      .map((sentence) => ({
        lineId: line.id,
        statementId: sentence.id,
        ...matchStrength(line.words, sentence.words),
      })),
  )
  const place = new Map([...lines.keys(), ...sentences.keys()].map((id, i) => [id, i]))
  const pairs = pairSaidPrinted(candidates, standing)
    .sort(
      (a, b) =>
        place.get(a.lineId)! - place.get(b.lineId)! || place.get(a.statementId)! - place.get(b.statementId)!,
    )
    .map((pair) => {
      const [book, print] = [lines.get(pair.lineId)!.words, sentences.get(pair.statementId)!.words]
      return { ...pair, ...describe(book, print) }
    })
  const paired = new Set(pairs.map(({ lineId }) => lineId))
  const matched = new Set(pairs.map(({ statementId }) => statementId))
  return {
    pairs,
    onlySaid: said.map(({ id }) => id).filter((id) => !paired.has(id)),
    onlyPrinted: printed.map(({ id }) => id).filter((id) => !matched.has(id)),
  }
}

function describe(book: PrintedWords, print: PrintedWords) {
  const { score, sharedWords } = matchStrength(book, print)
  return { score, sharedWords, figures: compareFigures(book, print) }
}
