import type { CheckedArticle } from './body.ts'
import type { Figure } from './figure.ts'
import { readFigures } from './read-figures.ts'

/** Each figure is one character in a masked sentence, so that a relation is a short pattern. */
export const COUNT = '\uE000'
export const PERCENT = '\uE001'
export const POINTS = '\uE002'
export const TIMES = '\uE003'
export const ANY_FIGURE = /[\uE000-\uE003]/g
const marks = { count: COUNT, percent: PERCENT, points: POINTS, times: TIMES }

export interface Sentence {
  readonly article: CheckedArticle
  /** In the offsets of the body. */
  readonly start: number
  readonly end: number
  readonly paragraph: number
  readonly folded: string
  /** The folded sentence with a mark for each figure. */
  readonly masked: string
  readonly figures: readonly Figure[]
  /** The figure that a mark at an index of `masked` stands for. */
  figureAt(index: number): Figure
}

/** To the full stop, and over it where the next begins with 其中: the whole stands before, its parts behind. */
const SENTENCE = /[^。！？\n]+(?:[。；]其中[^。！？\n]+)*[。！？\n]?/g

/** An article's sentences, to the full stop: a semicolon may stand between the parts of one sum. */
export function readSentences(article: CheckedArticle): Sentence[] {
  const { folded } = article.body
  return article.paragraphs.flatMap(({ start, end }, paragraph) => {
    const pieces = folded.slice(start, end).matchAll(SENTENCE)
    return [...pieces].map((piece) =>
      maskSentence(article, paragraph, { start: start + piece.index, text: piece[0] }),
    )
  })
}

/** A stretch with its figures as marks. */
export function maskSentence(
  article: CheckedArticle,
  paragraph: number,
  { start, text }: { start: number; text: string },
): Sentence {
  const found = readFigures(text)
  const byIndex = new Map<number, Figure>()
  const figures: Figure[] = []
  let masked = ''
  let done = 0
  for (const figure of found) {
    masked += text.slice(done, figure.start)
    const placed = { ...figure, start: figure.start + start, end: figure.end + start }
    byIndex.set(masked.length, placed)
    figures.push(placed)
    masked += marks[figure.kind]
    done = figure.end
  }
  masked += text.slice(done)
  const figureAt = (index: number) => byIndex.get(index)!
  return { article, start, end: start + text.length, paragraph, folded: text, masked, figures, figureAt }
}

/** The figures whose marks stand in a stretch of the masked sentence. */
export function figuresIn(sentence: Sentence, start: number, end: number): Figure[] {
  return [...sentence.masked.slice(start, end).matchAll(ANY_FIGURE)].map(({ index }) =>
    sentence.figureAt(start + index),
  )
}
