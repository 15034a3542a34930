import words from './claim-words.json' with { type: 'json' }

/** How alike a subject and a name are, in thousandths, and by which relation. */
export interface Likeness {
  readonly perMille: number
  readonly relation: 'equal' | 'abbreviation' | 'shared-words' | 'contrast' | 'none'
}

/** How telling each pair of neighbouring characters is: rare ones more than those that half the catalogue has. */
export interface PairWeights {
  weight(pair: string): number
}

/** By the cores of all names of the catalogue. O(characters). */
export function pairWeights(names: readonly string[]): PairWeights {
  const seenIn = new Map<string, number>()
  for (const name of names) for (const pair of pairsOf(name)) seenIn.set(pair, (seenIn.get(pair) ?? 0) + 1)
  return { weight: (pair) => Math.log(1 + (names.length + 1) / ((seenIn.get(pair) ?? 0) + 1)) }
}

/** Between two folded cores; the same either way round. */
export function nameLikeness(a: string, b: string, weights: PairWeights): Likeness {
  if (a === b) return { perMille: 1000, relation: 'equal' }
  if (isContrast(a, b)) return { perMille: 300, relation: 'contrast' }
  const shared = sharedPairs(a, b, weights)
  const short = abbreviation(a, b)
  if (short > shared) return { perMille: short, relation: 'abbreviation' }
  return { perMille: shared, relation: shared > 0 ? 'shared-words' : 'none' }
}

/** Twice the weight of what both have, over the weight of all that either has (Dice), below 1000. */
function sharedPairs(a: string, b: string, { weight }: PairWeights): number {
  const [left, right] = [pairsOf(a), pairsOf(b)]
  const sum = (pairs: Iterable<string>) => [...pairs].reduce((total, pair) => total + weight(pair), 0)
  const all = sum(left) + sum(right)
  const both = sum([...left].filter((pair) => right.has(pair)))
  const perMille = all === 0 ? 0 : Math.min(990, Math.round((2000 * both) / all))
  return headOf(a) === headOf(b) ? perMille : Math.round((perMille * 85) / 100)
}

/** What is counted stands last, 规模以上工业企业 and 规模以上工业产值; a word for "number of" says nothing. */
function headOf(text: string): string | undefined {
  const counted = words.count.find((word) => text.endsWith(word) && text.length > word.length + 1)
  return [...text.slice(0, text.length - (counted?.length ?? 0))].at(-1)
}

/**
 * 社零总额 of 社会消费品零售总额, 保租房 of 保障性租赁住房: all characters in their order, the first being the first.
 * Of three characters and more: two say too little, and are a matter for the indicator's list of other names.
 */
function abbreviation(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [[...a], [...b]] : [[...b], [...a]]
  if (short.length < 3 || short[0] !== long[0]) return 0
  let at = 0
  for (const character of long) if (character === short[at]) at++
  return at < short.length ? 0 : 600 + Math.round((300 * short.length) / long.length)
}

/** Whether one says 农村 and the other 城镇 in its place. */
function isContrast(a: string, b: string): boolean {
  return words.contrasts.some((set) => {
    const [one, other] = [longestOf(set, a), longestOf(set, b)]
    return one !== undefined && other !== undefined && one !== other
  })
}

/** 进出口 holds 出口: the longest that the text has is the one that it means. */
function longestOf(set: readonly string[], text: string): string | undefined {
  return set.filter((word) => text.includes(word)).sort((a, b) => b.length - a.length)[0]
}

/**
 * What two names must have one of in common to be alike at all: a pair of neighbouring characters, or the beginning, as
 * an abbreviation has.
 */
export function likenessKeys(core: string): string[] {
  return [...pairsOf(core), `^${[...core][0] ?? ''}`]
}

function pairsOf(text: string): Set<string> {
  const characters = [...text]
  if (characters.length === 1) return new Set(characters)
  return new Set(characters.slice(1).map((character, at) => characters[at]! + character))
}
