import { searchWords } from '../../../platform/segmenter/index.ts'

export interface SearchPlan {
  /** Words that an item must have in the index, all of them. */
  readonly words: readonly string[]
  /** What an item must contain as it stands. */
  readonly substrings: readonly string[]
}

/** Of a long word the segmenter indexes the dictionary words of two and three characters inside it, no longer ones. */
const LONGEST_INSIDE = 3

/**
 * How to find what a person typed. Each piece between spaces is narrowed by the index of words; one longer than such
 * a word must also stand in the text as it was typed: 集体经济 is not 集体 somewhere and 经济 elsewhere. A single
 * character is rarely a word of its own inside a sentence and is looked for as it stands.
 */
export function planSearch(query: string): SearchPlan {
  const pieces = query.split(/\s+/).filter(Boolean)
  const keys = pieces.map((piece) => (piece.length > 1 ? keyWords(piece) : []))
  return {
    words: [...new Set(keys.flat())],
    substrings: pieces.filter((piece, i) => {
      const isPhrase = piece.length > LONGEST_INSIDE && /^\p{Script=Han}+$/u.test(piece)
      return keys[i]?.length === 0 || isPhrase
    }),
  }
}

function keyWords(piece: string): string[] {
  const words = searchWords(piece)
  const short = words.filter((word) => word.length <= LONGEST_INSIDE)
  const covered = (word: string) => short.some((other) => other !== word && other.includes(word))
  const long = words.filter(
    (word) => word.length > LONGEST_INSIDE && !short.some((one) => word.includes(one)),
  )
  return [...short.filter((word) => !covered(word)), ...long]
}
