import { cutWords, searchWords, wordWeight } from '../../../platform/segmenter/index.ts'
import commonWords from './common-words.json' with { type: 'json' }
import thresholds from './likeness-thresholds.json' with { type: 'json' }

export interface Likeness {
  /** 0–1; symmetric, 1 for the same wording. */
  readonly likeness: number
  /** Words that both have, the most telling first; one inside a longer shared one is left out. */
  readonly sharedWords: readonly string[]
}

const COMMON: ReadonlySet<string> = new Set(commonWords.words)

/** A wording made ready to be compared with many. */
export interface Telling {
  readonly words: ReadonlySet<string>
  readonly pairs: ReadonlySet<string>
  readonly weight: number
}

/** The words of a wording that carry its matter, with how much they tell. Cutting costs most: do it once for a wording. */
export function tellingOf(text: string): Telling {
  const words = tellingWords(text)
  return { words, pairs: pairsOf(words), weight: weigh(words) }
}

/**
 * How likely two wordings of a shortfall speak of one matter. The words that carry the matter (not 推动, 提升,
 * 进一步 …) are weighed by how much they tell, and compared with those of the shorter wording above all; pairs of characters
 * forgive where the segmenter cuts differently.
 */
export function likeness(one: string, other: string): Likeness {
  return likenessOf(tellingOf(one), tellingOf(other))
}

/** The same of wordings that were made ready before. */
export function likenessOf(a: Telling, b: Telling): Likeness {
  const shared = [...a.words].filter((word) => b.words.has(word))
  const words = share(weigh(shared), toWhat(a.weight, b.weight))
  const pairs = dice(a.pairs, b.pairs)
  const score = thresholds.wordShare * words + (1 - thresholds.wordShare) * pairs
  return {
    likeness: Math.round(Math.min(1, score) * 1000) / 1000,
    sharedWords: shared
      .filter((word) => !shared.some((longer) => longer !== word && longer.includes(word)))
      .sort((x, y) => wordWeight(y) - wordWeight(x) || (x < y ? -1 : 1)),
  }
}

/** Whether two shortfalls are alike enough to ask a person. */
export function isSuggested({ likeness: value, sharedWords }: Likeness): boolean {
  return value >= thresholds.suggest && weigh(sharedWords) >= thresholds.leastSharedWeight
}

/** Two parts the shorter wording, one part the longer: one word in common with a long list is little. */
function toWhat(one: number, other: number): number {
  return (2 * Math.min(one, other) + Math.max(one, other)) / 3
}

/** The words that carry the matter, and the shorter words inside them; none that stands inside a common one. */
function tellingWords(text: string): ReadonlySet<string> {
  const telling = cutWords(text).filter((word) => word.length > 1 && !COMMON.has(word))
  const inside = telling.flatMap(searchWords).filter((word) => word.length > 1 && !COMMON.has(word))
  return new Set(inside)
}

function pairsOf(words: ReadonlySet<string>): ReadonlySet<string> {
  const pairs = new Set<string>()
  for (const word of words) {
    for (let i = 0; i + 1 < word.length; i++) pairs.add(word.slice(i, i + 2))
  }
  return pairs
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((pair) => b.has(pair)).length
  return share(2 * both, a.size + b.size)
}

function weigh(words: Iterable<string>): number {
  let sum = 0
  for (const word of words) sum += wordWeight(word)
  return sum
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
