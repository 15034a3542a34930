import { parseChineseNumeral } from './chinese-numeral.ts'
import { divide, scaleDecimal } from './decimal.ts'
import { matchMeasure } from './match-measure.ts'

/** A number with its unit of measure, in a stretch of folded text. */
export interface Quantity {
  /** Where the number itself starts, and where the measure (and 余, 以上) ends. */
  readonly start: number
  readonly end: number
  /** A decimal numeral with 万 and 亿 multiplied out; null for 百亿级. */
  readonly value: string | null
  readonly unitOfMeasure: string | null
  readonly kind: 'count' | 'percent' | 'points' | 'fraction' | 'magnitude'
  /** 近, 超, 约, 突破, 余, 以上. */
  readonly qualifier: string | null
  readonly isChinese: boolean
}

const NUMBER =
  /(?<arabic>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<more>[余多几来])?(?<place>[十百千](?=[万亿余多]|[一-龥]))?(?<scale>万亿|亿|万)?|(?:百分之(?<percent>[〇零一二三四五六七八九十百点两]+))|(?<denominator>[二三四五六七八九十百千]+)分之(?<numerator>[一二三四五六七八九十]+)|(?<grade>[十百千万]+亿|[十百千]+万)(?:元)?级|(?<chinese>[一二三四五六七八九十百千两][〇零一二三四五六七八九十百千两万亿]*)(?<chineseMore>[余多])?(?<chineseScale>万亿|亿|万)?/g
const SCALES: Record<string, number> = { 万: 4, 亿: 8, 万亿: 12, 十: 1, 百: 2, 千: 3 }
const BEFORE = /(?:将近|接近|大约|约为|超过|突破|高达|不到|近|约|超|逾|达)$/
const AFTER = /^(?:以上|以下|以内|左右|余)/

/** 流通人次突破150万: the measure stands before its number. */
const MEASURED_BEFORE = /(人次|人|户|件|辆|吨|亩)数?(?:首次)?(?:突破|达到?|超过?|约|近|逾)+$/
/** 四成 is 0.4; 成立, 成效 are words. */
const TENTHS = /^成(?![立为功效果品长员就交本熟型语份])/

/**
 * Finds numbers with their measures in folded text: Arabic and Chinese numerals, percentages, percentage
 * points, fractions, and orders of magnitude (百亿级). Dates, ordinals, versions and numbers in names are
 * left out. Offsets are those of the text.
 */
export function findQuantities(text: string): Quantity[] {
  const quantities: Quantity[] = []
  NUMBER.lastIndex = 0
  for (let match = NUMBER.exec(text); match; match = NUMBER.exec(text)) {
    const quantity = readQuantity(text, match)
    if (!quantity) continue
    quantities.push(quantity)
    if (quantity.end > NUMBER.lastIndex) NUMBER.lastIndex = quantity.end
  }
  return quantities
}

function readQuantity(text: string, match: RegExpExecArray): Quantity | null {
  const start = match.index
  const groups = match.groups!
  const end = start + match[0].length
  if (isPartOfName(text, start)) return null
  if (groups.percent) return percentOf(text, start, end, chineseDecimal(groups.percent))
  if (groups.denominator) {
    const value = divide(
      parseChineseNumeral(groups.numerator!) ?? 0,
      parseChineseNumeral(groups.denominator) ?? 0,
    )
    return { ...frame(text, start, end, true), value, unitOfMeasure: null, kind: 'fraction' }
  }
  if (groups.grade)
    return {
      ...frame(text, start, end, true),
      value: null,
      unitOfMeasure: `${groups.grade}级`,
      kind: 'magnitude',
    }
  if (groups.arabic) return readArabic(text, match)
  return readChinese(text, match)
}

function readArabic(text: string, match: RegExpExecArray): Quantity | null {
  const { arabic = '', place, scale } = match.groups!
  const start = match.index
  const end = start + match[0].length
  const numeral = arabic.replaceAll(',', '')
  if (!scale && !place) {
    if (text[end] === '%' || text[end] === '‰') return percentOf(text, start, end + 1, numeral, text[end])
    if (/^个?百分点/.test(text.slice(end, end + 4))) return points(text, start, end, numeral)
    const slash = /^\/(\d+)(?![\d/.])/.exec(text.slice(end, end + 8))
    if (slash && Number(numeral) < Number(slash[1])) {
      const value = divide(Number(numeral), Number(slash[1]))
      return {
        ...frame(text, start, end + slash[0].length, false),
        value,
        unitOfMeasure: null,
        kind: 'fraction',
      }
    }
  }
  const value = scaleDecimal(numeral, (SCALES[place ?? ''] ?? 0) + (SCALES[scale ?? ''] ?? 0))
  return counted(text, start, end, value, false, match.groups!.more)
}

function readChinese(text: string, match: RegExpExecArray): Quantity | null {
  const { chineseScale } = match.groups!
  let { chinese = '' } = match.groups!
  const start = match.index
  let end = start + match[0].length
  if (chinese.length > 1 && chinese.endsWith('千') && /^[瓦米克]/.test(text.slice(end, end + 1))) {
    chinese = chinese.slice(0, -1)
    end--
  }
  const value = parseChineseNumeral(chinese)
  if (value === null) return null
  if (value < 10 && TENTHS.test(text.slice(end, end + 2)))
    return {
      ...frame(text, start, end + 1, true),
      value: divide(value, 10),
      unitOfMeasure: null,
      kind: 'fraction',
    }
  if (!chineseScale && /^个?百分点/.test(text.slice(end, end + 4)))
    return points(text, start, end, String(value))
  return counted(
    text,
    start,
    end,
    scaleDecimal(String(value), SCALES[chineseScale ?? ''] ?? 0),
    true,
    match.groups!.chineseMore,
  )
}

function counted(
  text: string,
  start: number,
  afterNumber: number,
  value: string,
  isChinese: boolean,
  more: string | undefined,
): Quantity | null {
  let at = afterNumber
  let qualifier: string | null = more === '余' || more === '多' ? more : null
  if (text[at] === '余' || text[at] === '多') qualifier = text[at++]!
  const measure = matchMeasure(text, at)
  const named = measure ? null : MEASURED_BEFORE.exec(text.slice(Math.max(0, start - 10), start))?.[1]
  if (named && afterNumber > start && /[万亿]$/.test(text.slice(start, afterNumber)))
    return { ...frame(text, start, at, isChinese), value, unitOfMeasure: named, kind: 'count' }
  if (!measure) return null
  const framed = frame(text, start, at + measure.length, isChinese)
  return { ...framed, qualifier: qualifier ?? framed.qualifier, value, unitOfMeasure: measure, kind: 'count' }
}

function percentOf(
  text: string,
  start: number,
  end: number,
  value: string | null,
  sign = '%',
): Quantity | null {
  if (value === null) return null
  return { ...frame(text, start, end, false), value, unitOfMeasure: sign, kind: 'percent' }
}

function points(text: string, start: number, end: number, value: string): Quantity {
  const length = /^个?百分点/.exec(text.slice(end))![0].length
  return { ...frame(text, start, end + length, false), value, unitOfMeasure: '个百分点', kind: 'points' }
}

function frame(text: string, start: number, end: number, isChinese: boolean) {
  const after = AFTER.exec(text.slice(end, end + 2))?.[0]
  const before = BEFORE.exec(text.slice(Math.max(0, start - 2), start))?.[0]
  const qualifier = after ?? (before === '达' ? undefined : before) ?? null
  return { start, end: end + (after?.length ?? 0), qualifier, isChinese }
}

/** `G60`, `C919`, `第3`, `6.0版` and the second half of `2021-2025` are parts of names and dates. */
function isPartOfName(text: string, start: number): boolean {
  const before = text[start - 1]
  return before !== undefined && /[A-Za-z第.\-/〔]/.test(before)
}

function chineseDecimal(numeral: string): string | null {
  const [whole = '', fraction] = numeral.split('点')
  const value = parseChineseNumeral(whole)
  if (value === null) return null
  if (fraction === undefined) return String(value)
  const digits = [...fraction].map((digit) => parseChineseNumeral(digit))
  return digits.includes(null) ? null : `${value}.${digits.join('')}`
}
