import { compareFractions, plus, times, whole } from '../../../indicators/index.ts'
import type { Figure } from './figure.ts'
import { plain } from './find-growth.ts'
import { overlap, sum } from './interval.ts'
import { intervalOf } from './judge-relation.ts'
import { areExclusive, isPartition } from './part-labels.ts'
import type { Relation } from './relation.ts'
import type { Sentence } from './sentence.ts'
import { isLike, readTerms, type Term } from './terms.ts'

/** 合计, 共计: what follows is the sum of what was listed. */
const ADDED = /(?:合计|共计|总计|总共|一共)[^，。；：]{0,6}$/
const TOGETHER = /(?:合计|共计|总计|总共|一共|共|总[量额数值人产][^，。；：]{0,6})[^，。；：]{0,8}$/
const OPENS =
  /^[^，。；：（(]{0,8}(?:[，；。：（(]|——)*(?<how>其中|分为|分别(?:为|是|用于|投向|安排|来自)|包括|包含|即|含)/
/** Between the whole and 其中 its growth may stand: `, up 6 %. 其中`. */
const GROWN = /[，。；：（](?<how>其中|分为|分别为|分别是|包括|包含)[，：]?[^，。；：]{0,20}$/
const IN_BRACKETS = /^[^，。；：（(]{0,3}[（(]/
const AND_THEN = /^[^，。；：]{0,6}(?:，由[^。；：]{0,24})?[，：；]/
const COUNTED =
  /(?<many>[两二三四五六七八九十]|\d)(?:大|个)?(?:类|级|项|个|家|区|部分|块|方面|档|批|种|所|者|镇|县|街道|园区|单位|次?产业)/
/** Of 16 projects 3 are done, …: the whole is named, its parts follow. */
const AMONG = /^[^，。；：（(]{0,10}(?:当中|之中|中|里)[，：]/
const AGAIN = /合计|共计|总计|总共|累计|平均|人均|另|此外|还|以上|超过/
/** A figure of before, or what another is measured by, is no part. */
const OTHER_TIME = /比|较|上年|去年|同期|原来|从|由/
/** Means, prices and differences are no sums of what is named behind them. */
const NO_TOTAL = /均|率|价|指数|浓度|得分|比$|差|净|结余|盈|利润|缺口/
/** 前两批分别为: some of the parts. */
const SOME = /(?:前|首|头|后)[一二两三四五六七八九\d]|部分|主要/
/** No sentence of a person has more. */
const MOST_TERMS = 60
const NUMERALS = '零一二三四五六七八九十'

/** Parts and their whole: `T, of which a, b`; `a, b, together T`; `T (a, b)`; `T, three kinds: a, b, c`. */
export function findSums(sentence: Sentence): Relation[] {
  const terms = readTerms(sentence)
  if (terms.length > MOST_TERMS) return []
  return terms.flatMap((term, i) => [
    ...totalAfter(sentence, terms, i),
    ...totalBefore(sentence, terms, i, term),
  ])
}

function totalAfter(sentence: Sentence, terms: readonly Term[], i: number): Relation[] {
  const total = terms[i]!
  const isAdded = ADDED.test(total.near)
  if (total.figure.kind !== 'count' || !(isAdded || /^共[^，。；：]{0,4}$/.test(total.near))) return []
  // 教育、社保、卫生三项合计: the things are named, their figures are not.
  if (/其中|、/.test(total.lead)) return []
  const parts: Term[] = []
  for (let k = i - 1; k >= 0; k--) {
    const term = terms[k]!
    const gap = terms[k + 1]!.lead
    if (term.role === 'change' || term.figure.kind !== 'count') continue
    if (!isLike(term.figure, total.figure) || gap.length > 24 || term.role === 'base') break
    parts.unshift(term)
    if (/其中|：|。/.test(term.lead)) break
  }
  if (parts.length < 2 || parts.some(({ figure }) => figure.isVague)) return []
  const figures = parts.map(({ figure }) => figure)
  // A sum over the last of them, or over all but the last, is a sum, too.
  for (let from = 1; from + 2 <= figures.length; from++)
    if (adds(figures.slice(from), total.figure)) return []
  const many = countedIn(total.near)
  if (many !== null && many > parts.length) return []
  if (many !== null && many < parts.length) return [relation(sentence, figures.slice(-many), total.figure)]
  const isSure = many === parts.length || (isAdded && isListed(parts))
  const weak = { needsCause: true, chance: areParallel(parts.map(labelOf)) ? 0.05 : 0.01 }
  return [{ ...relation(sentence, figures, total.figure), ...(isSure ? {} : weak) }]
}

function totalBefore(sentence: Sentence, terms: readonly Term[], i: number, total: Term): Relation[] {
  if (total.figure.kind !== 'count' || total.role !== 'level' || total.figure.measure.includes('/')) return []
  if (NO_TOTAL.test(total.near) || SOME.test(total.tail)) return []
  const opening = openingOf(terms, i)
  if (!opening) return []
  const { how, from } = opening
  const { parts, isClosed } = partsAfter(terms, from, total, how === 'brackets')
  const labels = parts.map(labelOf)
  // 共16个，已完工3个，未开工2个。其中甲区4个: the parts are of a number further ahead.
  if (
    how === '其中' &&
    parts.some(({ figure }) => isOver(figure, total.figure) && fitsAhead(terms, i, figure))
  )
    return []
  if (how === '其中' && parts[0]) {
    const next = parts.findIndex(({ lead }, k) => k > 0 && lead.includes('；'))
    const own = next < 0 ? parts : parts.slice(0, next)
    const larger = own.find(({ figure }) => isOver(figure, total.figure))
    if (larger && !total.figure.isVague && !larger.figure.isVague && !mendsSum(parts, total, larger))
      return [exceeds(sentence, larger.figure, total.figure)]
  }
  if (parts.length < 2 || parts.some(({ figure }) => figure.isVague)) return []
  const figures = parts.map(({ figure }) => figure)
  const whole_ = relation(sentence, figures, total.figure)
  const many = countedIn(total.tail) ?? countedIn(total.near)
  if (many !== null && many !== parts.length && how !== 'among') return []
  const isTooMuch = isOver(sumOf(figures), total.figure)
  if (isTooMuch && areExclusive(labels)) return [whole_]
  if (how === 'among') return isPartition(labels) ? [{ ...whole_, needsCause: true, chance: 0.05 }] : []
  const isWhole =
    isPartition(labels) ||
    /分为|分别|即/.test(how) ||
    (isClosed && how === 'brackets') ||
    many === parts.length
  if (isWhole) return [whole_]
  const isParallel = areParallel(labels)
  if (isParallel && isTooMuch) return [{ ...whole_, needsCause: true, chance: 0.5 }]
  if (how === 'words' && !isParallel) return []
  return [{ ...whole_, needsCause: true, chance: isParallel ? 0.05 : 0.01 }]
}

/** What says that parts of this figure follow, and at which term they begin. */
function openingOf(terms: readonly Term[], i: number): { how: string; from: number } | null {
  const { tail, near } = terms[i]!
  const opened = OPENS.exec(tail)
  if (opened) return { how: opened.groups!.how!, from: i + 1 }
  if (AMONG.test(tail)) return { how: 'among', from: i + 1 }
  if (IN_BRACKETS.test(tail)) return { how: 'brackets', from: i + 1 }
  for (let k = i + 1; k < Math.min(terms.length, i + 5); k++) {
    const term = terms[k]!
    if (k > i + 1 && GROWN.test(term.lead)) return { how: GROWN.exec(term.lead)!.groups!.how!, from: k }
    if (term.role !== 'change' && term.figure.measure === terms[i]!.figure.measure) break
  }
  if (/^：/.test(tail) || (TOGETHER.test(near) && AND_THEN.test(tail))) return { how: 'words', from: i + 1 }
  return null
}

/** The like figures that follow, without what they grew by and their shares. */
function partsAfter(terms: readonly Term[], from: number, total: Term, inBrackets: boolean) {
  const parts: Term[] = []
  for (let k = from; k < terms.length; k++) {
    const term = terms[k]!
    if (inBrackets && k > from && /[）)]/.test(term.lead)) return { parts, isClosed: true }
    if (k > from && /。/.test(term.lead)) break
    if (term.figure.kind !== 'count' || term.role === 'change' || term.role === 'each') continue
    const isPart =
      isLike(term.figure, total.figure) && !OTHER_TIME.test(term.near) && labelOf(term).length <= 20
    if (!isPart || (parts.length > 0 && AGAIN.test(term.near))) return { parts, isClosed: false }
    parts.push(term)
    if (inBrackets && /^[）)]/.test(term.tail)) return { parts, isClosed: true }
  }
  return { parts, isClosed: !inBrackets }
}

/** The words that name a part: its clause without verbs and marks. */
function labelOf({ lead }: Term): string {
  return lead
    .replace(/^.*(?:其中|分为|分别为|分别是|包括|包含)[，：]?/, '')
    .replace(/^[^，。；：（(]*[，。；：（(](?=[^，。；：]{2,})/, '')
    .replace(/[，。；：、（）()\s\uE000-\uE003]|^(?:和|与|及|即)|(?:共|有|为|达到?|完成|约|共有)$/g, '')
}

/** Lists of one mould, as officials write them: all of one length, or all with one last word. */
function areParallel(labels: readonly string[]): boolean {
  const [first] = labels
  if (!first || labels.some((label) => label.length < 1 || label.length > 10)) return false
  const sameEnd =
    labels.every((label) => label.at(-1) === first.at(-1)) && new Set(labels).size === labels.length
  return sameEnd || labels.every((label) => label.length === first.length)
}

function isListed(parts: readonly Term[]): boolean {
  return parts.slice(1).every(({ lead }) => /^[、，；和及与]/.test(lead) && !/。/.test(lead))
}

function countedIn(words: string): number | null {
  const many = COUNTED.exec(words)?.groups?.many
  if (!many) return null
  return /\d/.test(many) ? Number(many) : many === '两' ? 2 : NUMERALS.indexOf(many)
}

function isOver(part: Figure, total: Figure): boolean {
  return compareFractions(intervalOf(part).low, intervalOf(total).high) > 0
}

/** A like number before the one in question is large enough for this part. */
function fitsAhead(terms: readonly Term[], i: number, part: Figure): boolean {
  return terms.slice(0, i).some(({ figure }) => isLike(figure, part) && !isOver(part, figure))
}

/** A part larger than its whole in a known partition is told with the sum, which says more. */
function mendsSum(parts: readonly Term[], total: Term, larger: Term): boolean {
  return parts.length > 1 && isLike(larger.figure, total.figure) && isPartition(parts.map(labelOf))
}

function adds(parts: readonly Figure[], total: Figure): boolean {
  return overlap(sum(parts.map(intervalOf)), intervalOf(total))
}

function sumOf(figures: readonly Figure[]): Figure {
  let { value, tolerance } = figures[0]!
  for (const figure of figures.slice(1)) {
    value = plus(value, figure.value)
    tolerance = plus(tolerance, figure.tolerance)
  }
  return { ...figures[0]!, value, tolerance }
}

function relation(sentence: Sentence, parts: readonly Figure[], total: Figure): Relation {
  return {
    kind: 'sum',
    sentence,
    terms: parts,
    printed: total,
    reckon: sum,
    formula: parts.map(plain).join(' + '),
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
