import { whole } from '../../../indicators/index.ts'
import { plain } from './find-growth.ts'
import { difference, point, sum } from './interval.ts'
import type { Relation } from './relation.ts'
import { figuresIn, PERCENT, type Sentence } from './sentence.ts'

const SHARES = new RegExp(
  `(?:比重|比例|占比|占[^，。；${PERCENT}]{2,14})分别(?:为|是|达到?|占)?(?<list>${PERCENT}(?:[、和与，]${PERCENT})+)`,
  'g',
)
const THREE = /(?:一、二、三|第?一产业?、第?二产业?、第?三产业?|三次)(?:次)?产?业?/

/** Shares of all parts of one whole make 100 %. */
export function findShareSums(sentence: Sentence): Relation[] {
  return [...sentence.masked.matchAll(SHARES)].flatMap((match) => {
    const parts = figuresIn(sentence, match.index, match.index + match[0].length).filter(
      ({ kind }) => kind === 'percent',
    )
    const before = sentence.masked.slice(Math.max(0, match.index - 30), match.index + 8)
    if (!THREE.test(before) || parts.length !== 3) return []
    const [printed] = parts.slice(-1)
    const terms = parts.slice(0, -1)
    return [
      {
        kind: 'sum' as const,
        sentence,
        terms,
        printed: printed!,
        reckon: (given) => difference(point(whole(100)), sum(given)),
        formula: `100% − ${terms.map(plain).join(' − ')}`,
      } satisfies Relation,
    ]
  })
}
