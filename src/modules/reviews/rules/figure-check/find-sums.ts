import { compareFractions, times, whole } from '../../../indicators/index.ts'
import type { Figure } from './figure.ts'
import { plain } from './find-growth.ts'
import { sum } from './interval.ts'
import { intervalOf } from './judge-relation.ts'
import partitions from './partitions.json' with { type: 'json' }
import type { Relation } from './relation.ts'
import { COUNT, figuresIn, PERCENT, type Sentence } from './sentence.ts'

const TOTAL_AFTER = new RegExp(
  `[，；](?:[两三四五六七八九十]+[项类者区镇家个]*)?(?:合计|共计|总计|总共|一共|共)[^，。；${COUNT}${PERCENT}\uE002\uE003]{0,6}(?<total>${COUNT})`,
  'g',
)
const OPENS = new RegExp(
  `(?<total>${COUNT})[^，。；：${COUNT}]{0,8}(?:[，；（(](?:(?:同比|比上年)?[^，。；${COUNT}]{0,8}[${PERCENT}\uE002][，；])?|：|——)(?<how>其中|分为|分别为|分别是|包括|即|由)`,
  'g',
)
/** What makes figures of one run no parts of one whole. */
const NOT_PARTS = /累计|以上|同比增加|比上年|增至|达到|人均|平均|每/

/** 共T，其中甲a、乙b; 甲a、乙b，合计T. */
export function findSums(sentence: Sentence): Relation[] {
  return [...totalsAfter(sentence), ...totalsBefore(sentence), ...shares(sentence)]
}

function totalsAfter(sentence: Sentence): Relation[] {
  return [...sentence.masked.matchAll(TOTAL_AFTER)].flatMap((match) => {
    const total = sentence.figureAt(match.index + match[0].length - 1)
    const parts = runBefore(sentence, match.index, total)
    if (parts.length < 2 || NOT_PARTS.test(sentence.folded)) return []
    if (adds(parts.slice(-2), total) || (parts.length > 3 && adds(parts.slice(-3), total))) return []
    return [relation(sentence, parts, total, false)]
  })
}

/** The listed figures right before the total, of its measure and with nothing else between. */
function runBefore({ masked, figureAt }: Sentence, end: number, total: Figure): Figure[] {
  const parts: Figure[] = []
  const opening = Math.max(masked.lastIndexOf('其中', end), masked.lastIndexOf('：', end))
  for (let i = end - 1; i > opening; i--) {
    if (!/[\uE000-\uE003]/.test(masked[i]!)) continue
    const figure = figureAt(i)
    if (figure.kind !== 'count' || figure.measure !== total.measure) break
    const gap = masked.slice(i + 1, end)
    const next = /[\uE000-\uE003]/.exec(gap)
    if (/[。]/.test(next ? gap.slice(0, next.index) : gap) || (next ? next.index : gap.length) > 22) break
    parts.unshift(figure)
  }
  return parts
}

function totalsBefore(sentence: Sentence): Relation[] {
  return [...sentence.masked.matchAll(OPENS)].flatMap((match) => {
    const total = sentence.figureAt(match.index + match[0].indexOf(COUNT))
    const from = match.index + match[0].length
    const { parts, labels } = runAfter(sentence, from, total)
    const relations: Relation[] = []
    if (match.groups!.how === '其中') {
      const larger = parts.find((part) => compareFractions(intervalOf(part).low, intervalOf(total).high) > 0)
      if (
        larger &&
        !total.isVague &&
        !larger.isVague &&
        labels.length > 0 &&
        !/[同环]比|增|提高/.test(labels[0]!)
      )
        relations.push(exceeds(sentence, larger, total))
    }
    if (parts.length < 2 || relations.length > 0) return relations
    const isWhole = /分为|分别|即/.test(match.groups!.how!) || isPartition(labels)
    if (isWhole) return [relation(sentence, parts, total, false)]
    if (parts.length >= 3 && hasManyDigits(total)) return [relation(sentence, parts, total, true)]
    return []
  })
}

function runAfter(
  { masked, figureAt }: Sentence,
  from: number,
  total: Figure,
): { parts: Figure[]; labels: string[] } {
  const parts: Figure[] = []
  const labels: string[] = []
  let last = from
  for (let i = from; i < masked.length; i++) {
    if (!/[\uE000-\uE003]/.test(masked[i]!)) continue
    const figure = figureAt(i)
    const label = masked.slice(last, i)
    last = i + 1
    if (figure.kind !== 'count') continue
    if (figure.measure !== total.measure || label.length > 20 || /合计|共|累计|平均|人均/.test(label)) break
    parts.push(figure)
    labels.push(label)
  }
  return { parts, labels }
}

/** The labels are the known parts of one whole: 出口 and 进口. */
function isPartition(labels: readonly string[]): boolean {
  return partitions.some(
    (names) => names.length === labels.length && names.every((name, i) => new RegExp(name).test(labels[i]!)),
  )
}

/** With four figures or more that one slip mends, chance is no explanation any more. */
function hasManyDigits({ numeral }: Figure): boolean {
  return numeral.replace(/\D/g, '').length >= 4
}

function adds(parts: readonly Figure[], total: Figure): boolean {
  const reckoned = sum(parts.map(intervalOf))
  const printed = intervalOf(total)
  return (
    compareFractions(reckoned.low, printed.high) <= 0 && compareFractions(printed.low, reckoned.high) <= 0
  )
}

function relation(
  sentence: Sentence,
  parts: readonly Figure[],
  total: Figure,
  needsCause: boolean,
): Relation {
  return {
    kind: 'sum',
    sentence,
    terms: parts,
    printed: total,
    reckon: sum,
    formula: parts.map(plain).join(' + '),
    needsCause,
  }
}

function exceeds(sentence: Sentence, part: Figure, total: Figure): Relation {
  const none = times(total.value, whole(0))
  return {
    kind: 'part',
    sentence,
    terms: [total],
    printed: part,
    reckon: ([all]) => all && { low: none, high: all.high },
    formula: `≤ ${plain(total)}`,
  }
}

const SHARES = new RegExp(
  `(?:比重|比例|占比|占[^，。；${PERCENT}]{2,14})分别(?:为|是|达到?|占)?(?<list>${PERCENT}(?:[、和与，]${PERCENT})+)`,
  'g',
)

/** Shares of all parts of one whole make 100 %. */
function shares(sentence: Sentence): Relation[] {
  return [...sentence.masked.matchAll(SHARES)].flatMap((match) => {
    const parts = figuresIn(sentence, match.index, match.index + match[0].length).filter(
      ({ kind }) => kind === 'percent',
    )
    const before = sentence.masked.slice(Math.max(0, match.index - 30), match.index + 8)
    const names = /(?:一、二、三|第?一产业?、第?二产业?、第?三产业?|三次)(?:次)?产?业?/.test(before) ? 3 : 0
    if (parts.length !== names) return []
    const last = parts.at(-1)!
    const hundred = { low: whole(100), high: whole(100) }
    return [
      {
        kind: 'sum' as const,
        sentence,
        terms: parts.slice(0, -1),
        printed: last,
        reckon: (terms) => {
          const rest = sum(terms)
          return { low: minusFrom(hundred.low, rest.high), high: minusFrom(hundred.high, rest.low) }
        },
        formula: `100% − ${parts.slice(0, -1).map(plain).join(' − ')}`,
      } satisfies Relation,
    ]
  })
}

function minusFrom(a: { n: bigint; d: bigint }, b: { n: bigint; d: bigint }) {
  return { n: a.n * b.d - b.n * a.d, d: a.d * b.d }
}
