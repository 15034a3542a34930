import type { FigureFinding } from './finding.ts'
import { plainFinding } from './plain-finding.ts'
import type { Sentence } from './sentence.ts'

const DAY =
  /(?:(?<year>(?:19|20)\d{2})年)?(?<!\d)(?<month>\d{1,2})月(?:(?<day>\d{1,2})[日号])?(?:[（(]?(?:星期|周)(?<weekday>[一二三四五六日天])[)）]?)?/g
const QUARTER =
  /(?:第(?<chinese>[五六七八九十])|(?<!\d)第?(?<digit>[05-9])|(?<=年)(?<bare>[五六七八九]))季度/g
/** 自2024年3月15日起至2024年2月15日. */
const SPAN =
  /(?<y1>(?:19|20)\d{2})年(?<m1>\d{1,2})月(?:(?<d1>\d{1,2})日)?(?:起|开始)?，?(?:至|到|-|—)(?<y2>(?:19|20)\d{2})年(?<m2>\d{1,2})月(?:(?<d2>\d{1,2})日)?/g
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const WEEKDAYS = '日一二三四五六'

/** Days and quarters that no calendar has, and weekdays that were another. */
export function findDates(sentence: Sentence): FigureFinding[] {
  const days = [...sentence.folded.matchAll(DAY)].flatMap((match) => {
    const wrong = wrongDay(match.groups!)
    return wrong ? [finding(sentence, match, wrong)] : []
  })
  const quarters = [...sentence.folded.matchAll(QUARTER)].map((match) => finding(sentence, match, '1–4'))
  return [...days, ...quarters, ...turnedSpans(sentence)]
}

/** From a day to one that lies before it. */
function turnedSpans(sentence: Sentence): FigureFinding[] {
  return [...sentence.folded.matchAll(SPAN)].flatMap((match) => {
    const { y1, m1, d1 = '1', y2, m2, d2 = '31' } = match.groups!
    const [from, till] = [dayNumber(y1!, m1!, d1), dayNumber(y2!, m2!, d2)]
    return from <= till ? [] : [finding(sentence, match, `≥ ${y1}年${m1}月`)]
  })
}

function dayNumber(year: string, month: string, day: string): number {
  return Number(year) * 10_000 + Number(month) * 100 + Number(day)
}

function wrongDay({ year, month, day, weekday }: Record<string, string | undefined>): string | null {
  const m = Number(month)
  if (m < 1 || m > 12) return '1–12'
  if (day === undefined) return null
  const d = Number(day)
  const last = m === 2 && year && !isLeap(Number(year)) ? 28 : DAYS[m - 1]!
  if (d < 1 || d > last) return `${m}月1–${last}日`
  if (!weekday || !year) return null
  const real = WEEKDAYS[weekdayOf(Number(year), m, d)]!
  return real === weekday.replace('天', '日') ? null : `星期${real}`
}

function finding(sentence: Sentence, match: RegExpExecArray, expected: string): FigureFinding {
  const start = sentence.start + match.index
  const figure = { start, end: start + match[0].length }
  const said = {
    kind: 'date',
    cause: 'impossible',
    printed: match[0],
    expected,
    arithmetic: `${match[0]} ∉ ${expected}`,
  } as const
  return plainFinding(sentence.article, { sentence, figures: [figure] }, said)
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** 0 is Sunday (Zeller's congruence on the Gregorian calendar). */
function weekdayOf(year: number, month: number, day: number): number {
  const y = month < 3 ? year - 1 : year
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1]!
  return (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + shift + day) % 7
}
