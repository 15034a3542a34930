import { plus, whole } from '../../../indicators/index.ts'
import { AGAINST, DOWN, isDown, NOT_NOMINAL, UP } from './change-words.ts'
import type { Figure } from './figure.ts'
import { difference, type Interval, negated, quotient, scaled } from './interval.ts'
import type { Reckoning, Relation } from './relation.ts'
import { ANY_FIGURE, COUNT, PERCENT, type Sentence, TIMES } from './sentence.ts'
import { isMonthOfThisYear } from './terms.ts'

const N = `[${COUNT}${PERCENT}]`
const NO_FIGURE = `[^，。；${COUNT}-${TIMES}]`
const TAIL = `[，,、（(]?(?:同期)?(?<against>${AGAINST})(?<verb>${UP}|${DOWN})(?:了|近|约|达到?|为)?(?<by>[${COUNT}-${TIMES}])`
const LIST = `${N}(?:[、和与及]${N})*`

/** 从A提高到B，增长g. */
const FROM_TO = new RegExp(
  `(?:从|由)${NO_FIGURE}{0,16}?(?<from>${LIST})${NO_FIGURE}{0,14}?(?<to>(?:提高|增加|增长|上升|提升|扩大|发展|下降|减少|降低|压缩|缩短|回落|缩减|变|调整|增|降|减|升)?(?:到|至|为))${NO_FIGURE}{0,10}?(?<till>${LIST})(?:${TAIL})?`,
  'g',
)
const PAST = '(?:上年|去年|上月|上季度|上一季度|前一年|上一年|上半年)'
/** 去年同期为A，今年为B，增长g. */
const THEN_NOW = new RegExp(
  `${PAST}(?:同期|同月)?${NO_FIGURE}{0,10}?(?<from>${N})[，、；]${NO_FIGURE}{0,4}?(?:今年|本月|本季度|本期|当年|本年)${NO_FIGURE}{0,10}?(?<till>${N})(?:${TAIL})`,
  'g',
)
/** B（去年同期A），增长g. */
const NOW_THEN = new RegExp(
  `(?<till>${N})[，（(]${PAST}(?:同期|同月)?(?:为|是|仅为|只有)?(?<from>${N})[）)]?(?:${TAIL})`,
  'g',
)

/** Growth against its base: two values and what the text says lies between them. */
export function findGrowth(sentence: Sentence): Relation[] {
  return [FROM_TO, THEN_NOW, NOW_THEN].flatMap((pattern) =>
    [...sentence.masked.matchAll(pattern)].flatMap((match) => read(sentence, match)),
  )
}

function read(sentence: Sentence, match: RegExpExecArray): Relation[] {
  const { verb, by, against = '' } = match.groups!
  const from = listed(sentence, match, 'from')
  const till = listed(sentence, match, 'till')
  if (!verb || !by || from.length !== 1 || till.length !== 1) return []
  const printed = sentence.figureAt(match.index + match[0].length - 1)
  return relationOf(sentence, { from: from[0]!, till: till[0]!, printed, verb, against })
}

function listed(sentence: Sentence, match: RegExpExecArray, name: 'from' | 'till'): Figure[] {
  const text = match.groups![name]!
  // The first group of two stands before the second: each is looked for on its own side.
  const isFirst = name === 'from' ? !match[0].startsWith(match.groups!.till!) : match[0].startsWith(text)
  const at = isFirst
    ? match[0].indexOf(text)
    : match[0].lastIndexOf(text, match[0].length - (match.groups!.by ? 2 : 1))
  return [...text.matchAll(ANY_FIGURE)].map(({ index }) => sentence.figureAt(match.index + at + index))
}

interface Change {
  readonly from: Figure
  readonly till: Figure
  readonly printed: Figure
  readonly verb: string
  readonly against: string
}

function relationOf(sentence: Sentence, { from, till, printed, verb, against }: Change): Relation[] {
  if (from.measure !== till.measure || from.start === till.start) return []
  // 比2010年: another base than the one that was printed.
  if (/\d{4}年|五年|十年|年初/.test(against)) return []
  if (/同比/.test(against) && isMonthOfThisYear(wordsBefore(sentence, from))) return []
  const sign = (interval: Interval | undefined) => interval && (isDown(verb) ? negated(interval) : interval)
  const gap: Reckoning = ([a, b]) => sign(difference(b!, a!))
  const growth: Reckoning = ([a, b]) => sign(percent(quotient(difference(b!, a!), a!)))
  const onResult: Reckoning = ([a, b]) => sign(percent(quotient(difference(b!, a!), b!)))
  const multiple: Reckoning = ([a, b]) => sign(minusOne(quotient(b!, a!)))
  const whole_: Reckoning = ([a, b]) => quotient(b!, a!)
  const base = { sentence, terms: [from, till], printed }
  const ofRates = from.kind === 'percent'
  if (printed.kind === 'percent' && ofRates) {
    return [
      {
        ...base,
        kind: 'points',
        reckon: growth,
        formula: `(${plain(till)} − ${plain(from)}) ÷ ${plain(from)}`,
        mistaken: [{ cause: 'points-percent', reckon: gap }],
      },
    ]
  }
  if (printed.kind === 'percent') {
    if (NOT_NOMINAL.test(sentence.folded)) return []
    return [
      {
        ...base,
        kind: 'growth',
        reckon: growth,
        formula: `(${plain(till)} − ${plain(from)}) ÷ ${plain(from)}`,
        mistaken: [
          { cause: 'direction', reckon: (given) => turned(growth(given)) },
          { cause: 'base', reckon: onResult },
        ],
      },
    ]
  }
  if (printed.kind === 'points' && ofRates)
    return [
      {
        ...base,
        kind: 'growth',
        reckon: gap,
        formula: `${plain(till)} − ${plain(from)}`,
        mistaken: [{ cause: 'points-percent', reckon: growth }],
      },
    ]
  if (printed.kind === 'times' && !ofRates)
    return [
      {
        ...base,
        kind: 'growth',
        reckon: multiple,
        formula: `${plain(till)} ÷ ${plain(from)} − 1`,
        mistaken: [{ cause: 'base', reckon: whole_ }],
      },
    ]
  if (printed.kind === 'count' && printed.measure === from.measure && !NOT_NOMINAL.test(against))
    return [{ ...base, kind: 'increase', reckon: gap, formula: `${plain(till)} − ${plain(from)}` }]
  return []
}

function wordsBefore(sentence: Sentence, { start }: Figure): string {
  const before = sentence.folded.slice(0, start - sentence.start)
  return before.slice(before.search(/[^，。；：从由]*$/))
}

function turned(interval: Interval | undefined): Interval | undefined {
  return interval && negated(interval)
}

export function plain({ numeral, scale, measure }: Figure): string {
  const suffix = { 12: '万亿', 8: '亿', 6: '百万', 4: '万', 3: '千' }[scale] ?? ''
  return `${numeral}${suffix}${measure === '%' ? '%' : ''}`
}

export function percent(interval: Interval | undefined): Interval | undefined {
  return interval && scaled(interval, whole(100))
}

function minusOne(interval: Interval | undefined): Interval | undefined {
  return interval && { low: plus(interval.low, whole(-1)), high: plus(interval.high, whole(-1)) }
}

/** B，比上年增加D，增长g: the base is what is left without the increase. */
const RISE_AND_RATE = new RegExp(
  `(?<till>${COUNT})[，,、]?${AGAINST}(?<verb>${UP}|${DOWN})(?:了)?(?<gap>${COUNT})[，,、和]?${AGAINST}(?<verb2>${UP}|${DOWN})(?:了)?(?<by>${PERCENT})`,
  'g',
)

export function findIncreases(sentence: Sentence): Relation[] {
  if (NOT_NOMINAL.test(sentence.folded)) return []
  return [...sentence.masked.matchAll(RISE_AND_RATE)].flatMap((match) => {
    const figures = [...match[0].matchAll(ANY_FIGURE)].map(({ index }) =>
      sentence.figureAt(match.index + index),
    )
    const [till, gap, printed] = figures
    const { verb, verb2 } = match.groups!
    if (!till || !gap || !printed || till.measure !== gap.measure) return []
    // 较去年的50个增加14个，增长28%: the first is the base, not what came of it.
    if (/(?:比|较|于|从|由)[^，。；\uE000-\uE003]{0,14}$/.test(sentence.masked.slice(0, match.index)))
      return []
    // 新增100家，增长20%: the rate may be the increase's own; 比年初净增 is on the level.
    const isOnLevel = /[比较]/.test(match[0].split(verb!)[0]!)
    if ((/新增|净增/.test(verb!) && !isOnLevel) || isDown(verb!) !== isDown(verb2!)) return []
    const down = isDown(verb!)
    const reckon: Reckoning = ([b, d]) => percent(quotient(d!, down ? addition(b!, d!) : difference(b!, d!)))
    const onResult: Reckoning = ([b, d]) => percent(quotient(d!, b!))
    const formula = `${plain(gap)} ÷ (${plain(till)} ${down ? '+' : '−'} ${plain(gap)})`
    return [
      {
        kind: 'increase' as const,
        sentence,
        terms: [till, gap],
        printed,
        reckon,
        formula,
        mistaken: [{ cause: 'base' as const, reckon: onResult }],
      },
    ]
  })
}

function addition(a: Interval, b: Interval): Interval {
  return { low: plus(a.low, b.low), high: plus(a.high, b.high) }
}
