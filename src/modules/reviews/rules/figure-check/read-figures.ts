import { fractionOf, over, ratio, times, whole } from '../../../indicators/index.ts'
import type { Figure } from './figure.ts'
import measures from './measures.json' with { type: 'json' }

const NUMBER =
  /(?<![\d.A-Za-z])(?<numeral>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<more>[余多几来])?(?<scale>万亿|亿|万|千(?=元|人|亩|万|公里)|百(?=万))?(?<second>万)?/g
const SCALES: Readonly<Record<string, number>> = { 万: 4, 亿: 8, 万亿: 12, 千: 3, 百: 2 }
const discrete = new Set(measures.discrete)
const WORDS = [...measures.discrete, ...measures.measured].sort((a, b) => b.length - a.length).join('|')
const MEASURE = new RegExp(
  `^(?:(?<percent>%)|(?<points>个?百分点)|(?<times>倍)|(?<counted>${WORDS})(?<per>/(?:${WORDS}|[年月日天周]))?)`,
)
const VAGUE_BEFORE =
  /(?:(?<![签合节集预公条制契履违特相])约|(?<![最临附邻])近|超|逾|超过|突破|不少于|不低于|不超过|不到|高于|低于|多于|少于|至少|最多|接近|至多|控制在|以内|几乎)(?:为|达到?)?$/
const VAGUE_AFTER = /^(?:以上|以下|以内|及以[上下]|[（(]含|左右|上下|之内|余|多|[-~─至]\d)/
/** 第3名, G42, 2023年, 3号线: numbers in names, not of things. */
const NAME_BEFORE = /[第A-Za-z_#〔(（]$/
const LIST_MARK = /^[、和与及]$/

/** A bare number as if the measure of its column or list stood behind it: `86.2` of 单位：亿元. */
export function withMeasure(number: string, measure: string): string {
  return /^[-−+]?\d[\d,]*(?:\.\d+)?\s*$/.test(number) ? number.trim() + measure : number.replace(/\s+/g, '')
}

interface Printed {
  readonly start: number
  readonly numberEnd: number
  readonly numeral: string
  scale: number
  kind: Figure['kind'] | null
  measure: string
  end: number
  isVague: boolean
}

/** Every Arabic number with its measure in folded text; dates, ordinals and names are left out. */
export function readFigures(text: string): Figure[] {
  const printed = [...text.matchAll(NUMBER)].flatMap((match) => readNumber(text, match))
  for (let i = printed.length - 2; i >= 0; i--) inherit(text, printed[i]!, printed[i + 1]!)
  return printed.flatMap((each) => (each.kind === null ? [] : toFigure(each, each.kind)))
}

function readNumber(text: string, match: RegExpExecArray): Printed[] {
  const { numeral = '', more, scale, second } = match.groups!
  const numberEnd = match.index + match[0].length
  const before = text.slice(Math.max(0, match.index - 6), match.index)
  const isOrdinal = before.endsWith('第')
  if (isOrdinal || (NAME_BEFORE.test(before) && !/[(（]$/.test(before))) return []
  const after = text.slice(numberEnd, numberEnd + 12)
  const unit = MEASURE.exec(after)
  const groups = unit?.groups ?? {}
  const kind = groups.percent ? 'percent' : groups.points ? 'points' : groups.times ? 'times' : 'count'
  const end = numberEnd + (unit?.[0].length ?? 0)
  const isNegative = /[一-龥][-−]$/.test(before)
  const isRange = /\d%?[-~─−]$/.test(before) || /\d(?:%|万|亿)?[至到]$/.test(before)
  const isVague =
    more !== undefined || VAGUE_BEFORE.test(before) || VAGUE_AFTER.test(text.slice(end, end + 3)) || isRange
  return [
    {
      start: match.index,
      numberEnd,
      end,
      numeral: (isNegative ? '-' : '') + numeral.replaceAll(',', ''),
      scale: (SCALES[scale ?? ''] ?? 0) + (second ? 4 : 0),
      kind: unit || scale ? kind : null,
      measure: groups.counted ? groups.counted + (groups.per ?? '') : (unit?.[0] ?? ''),
      isVague,
    },
  ]
}

/** 26.5、30.2万人: the first has the scale and the measure of the second. */
function inherit(text: string, one: Printed, next: Printed): void {
  if (one.kind !== null || next.kind === null) return
  if (!LIST_MARK.test(text.slice(one.numberEnd, next.start))) return
  one.kind = next.kind
  one.measure = next.measure
  one.scale = next.scale
}

function toFigure(printed: Printed, kind: Figure['kind']): Figure {
  const { start, end, numeral, scale, isVague } = printed
  const measure = kind === 'points' ? '个百分点' : printed.measure
  const factor = whole(10n ** BigInt(scale))
  const places = numeral.split('.')[1]?.length ?? 0
  const isExact = kind === 'count' && scale === 0 && places === 0 && discrete.has(measure)
  const tolerance = isExact ? whole(0) : over(times(factor, ratio(1n, 2n)), whole(10n ** BigInt(places)))
  return {
    start,
    end,
    numeral,
    scale,
    kind,
    measure,
    value: times(fractionOf(numeral), factor),
    tolerance,
    isVague,
  }
}
