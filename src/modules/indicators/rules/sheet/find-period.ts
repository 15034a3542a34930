import { daysInMonth } from '../../../../kernel/day.ts'
import { foldText } from './fold-text.ts'
import words from './words.json' with { type: 'json' }

/** What a text without a year of its own is about: the year of the title, and the period that 本月 and 累计 mean. */
export interface PeriodContext {
  readonly year?: number
  /** The period of the title in the contract's form: `2024-11`. */
  readonly period?: string
}

export interface FoundPeriod {
  /** As the API writes it: 2024, 2024H1, 2024Q1, 2024-02, 2024-01/2024-11, 2024W05, 2024-02-03. */
  readonly period: string
  /** What is left of the text without it. */
  readonly rest: string
}

type Groups = Readonly<Record<string, string | undefined>>
interface Pattern {
  readonly pattern: RegExp
  readonly read: (groups: Groups, context: PeriodContext) => string | undefined
}

const YEAR =
  '(?:(?<year>(?:19|20)\\d{2})\\s*(?:年度|年|[-./](?=\\s*[\\dQHW])|(?=[ QHhq上下前一二三四全第])))\\s*'
const OPTIONAL_YEAR = `(?:${YEAR}|(?<short>\\d{2})年\\s*)?`
const MONTH = '(?:1[0-2]|0?[1-9])'
const TO = '\\s*月?\\s*(?:-+|—+|~|～|至|到)\\s*'

const PATTERNS: readonly Pattern[] = [
  {
    pattern: /(?<year>(?:19|20)\d{2})-(?<from>\d{2})\/(?<year2>(?:19|20)\d{2})-(?<to>\d{2})/,
    read: ({ year, from, year2, to }) =>
      year === year2 ? span(Number(year), Number(from), Number(to)) : undefined,
  },
  {
    pattern: new RegExp(
      `${YEAR}(?<from>${MONTH})${TO}(?:\\k<year>年)?(?<to>${MONTH})(?:月份?(?:累计)?|(?!\\d))`,
    ),
    read: ({ year, from, to }) => span(Number(year), Number(from), Number(to)),
  },
  {
    pattern: new RegExp(
      `(?<![\\d.])(?:(?<short>\\d{2})年\\s*)?(?<from>${MONTH})${TO}(?<to>${MONTH})月(?:份|累计)?`,
    ),
    read: (groups, context) => span(yearOf(groups, context), Number(groups.from), Number(groups.to)),
  },
  {
    pattern: new RegExp(`${OPTIONAL_YEAR}前(?<quarters>[一二两三四1-4])个?季度`),
    read: (groups, context) => span(yearOf(groups, context), 1, 3 * small(groups.quarters!)),
  },
  {
    pattern: new RegExp(`${OPTIONAL_YEAR}前(?<months>[一二两三四五六七八九十]{1,2}|${MONTH})个?月`),
    read: (groups, context) => span(yearOf(groups, context), 1, small(groups.months!)),
  },
  {
    pattern: new RegExp(`${YEAR}(?<month>${MONTH})[月./-](?<date>[12]\\d|3[01]|0?[1-9])(?!\\d)[日号]?`),
    read: ({ year, month, date }) => dayOf(Number(year), Number(month), Number(date)),
  },
  {
    pattern: new RegExp(
      `${OPTIONAL_YEAR}(?<month>${MONTH}|十[一二]?|[一二三四五六七八九])月份?(?<more>累计|末|底|止累计)?`,
    ),
    read: (groups, context) => {
      const year = yearOf(groups, context)
      const month = small(groups.month!)
      return groups.more?.includes('累计') ? span(year, 1, month) : monthOf(year, month)
    },
  },
  {
    pattern: new RegExp(
      `${OPTIONAL_YEAR}(?:第?(?<quarter>[一二三四1-4])个?季度?|[Qq](?<q>[1-4])(?!\\d)|(?<q2>[1-4])[Qq])`,
    ),
    read: (groups, context) => {
      const year = yearOf(groups, context)
      return year === undefined ? year : `${year}Q${small((groups.quarter ?? groups.q ?? groups.q2)!)}`
    },
  },
  {
    pattern: new RegExp(`${OPTIONAL_YEAR}(?:(?<half>[上下])半年|[Hh](?<h>[12])(?!\\d))`),
    read: (groups, context) => {
      const year = yearOf(groups, context)
      return year === undefined ? year : `${year}H${groups.h ?? (groups.half === '上' ? 1 : 2)}`
    },
  },
  {
    pattern: /(?<year>(?:19|20)\d{2})\s*年?\s*(?:第\s*(?<week>\d{1,2})\s*周|-?W(?<w>\d{2})(?!\d))/,
    read: ({ year, week, w }) => weekOf(Number(year), Number(week ?? w)),
  },
  {
    pattern: new RegExp(`(?<!\\d)(?<year>(?:19|20)\\d{2})[-./](?<month>${MONTH})(?![\\d/.])`),
    read: ({ year, month }) => monthOf(Number(year), Number(month)),
  },
  {
    pattern: /(?<!\d)(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?<date>0[1-9]|[12]\d|3[01])(?!\d)/,
    read: ({ year, month, date }) => dayOf(Number(year), Number(month), Number(date)),
  },
  {
    pattern: /(?<!\d)(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])(?!\d)/,
    read: ({ year, month }) => monthOf(Number(year), Number(month)),
  },
  {
    pattern:
      /(?<!\d)(?<year>(?:19|20)\d{2})\s*(?:年度?全年|全年|年度|年末|年底|年)(?!\s*=|不变价|可比价|价格)/,
    read: ({ year }) => year,
  },
  {
    pattern: /(?<![\d.,])(?<short>\d{2})年(?:度|末|底)?(?![\d代])/,
    read: (groups, context) => text(yearOf(groups, context)),
  },
  { pattern: /(?:本年|全年|年末|年度)(?!累计|计划|目标|度)/, read: (_, { year }) => text(year) },
]

/** Spaces that align the months of a column: 9 月 above 10月. */
const SPACED = /(?<=\d) (?=[年月日季])|(?<=[年月第]) (?=\d)/g

/** Whole texts that are nothing but a year. */
const BARE_YEAR = /^(?:19|20)\d{2}$/

/** The period that a text names, wherever it stands in it: `2024年1-11月地区生产总值` is 2024-01/2024-11. */
export function findPeriod(raw: string, context: PeriodContext = {}): FoundPeriod | undefined {
  const text = digitsOfYear(foldText(raw).replace(SPACED, ''))
  if (BARE_YEAR.test(text)) return { period: text, rest: '' }
  const relative = relativePeriod(text, context)
  if (relative) return { period: relative, rest: '' }
  for (const { pattern, read } of PATTERNS) {
    const match = pattern.exec(text)
    if (!match) continue
    const period = read(match.groups ?? {}, context)
    if (period === undefined) continue
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
    return { period, rest: foldText(rest.replace(/[(（]\s*[)）]/g, '')) }
  }
  return undefined
}

/** The period when the text is nothing else, `11月`, `2024年末`; so a name with a year in it is no period. */
export function readPeriod(raw: string, context: PeriodContext = {}): string | undefined {
  const found = findPeriod(raw, context)
  return found && /^[\s年月日份度末底止()（）累计数值-]*$/.test(found.rest) ? found.period : undefined
}

const fold = (words: readonly string[]) => new Set(words.map(foldText))
const CURRENT = fold(words.relative.current)
const CUMULATIVE = fold(words.relative.cumulative)
const FORMER = fold(words.relative.former)

/** 本月, 本年累计 and their like, whose period only the table's own says. */
export type RelativePeriod = '@current' | '@cumulative' | '@former'

export function readRelative(raw: string): RelativePeriod | undefined {
  const text = foldText(raw)
  if (CURRENT.has(text)) return '@current'
  if (CUMULATIVE.has(text)) return '@cumulative'
  return FORMER.has(text) ? '@former' : undefined
}

/** The period of a column in that of its table. */
export function periodOfColumn(column: string | null, table: string | null): string | null {
  if (column === null || !column.startsWith('@')) return column
  if (table === null) return null
  const word =
    column === '@current'
      ? words.relative.current
      : column === '@former'
        ? words.relative.former
        : words.relative.cumulative
  return relativePeriod(foldText(word[0]!), { period: table }) ?? null
}

function relativePeriod(text: string, { period }: PeriodContext): string | undefined {
  if (period === undefined) return undefined
  if (CURRENT.has(text)) return period
  const month = /^(\d{4})-(\d{2})$/.exec(period)
  if (CUMULATIVE.has(text)) return month ? span(Number(month[1]), 1, Number(month[2])) : period
  if (FORMER.has(text)) return period.replace(/\d{4}(?=$|[-QHW])/g, (year) => String(Number(year) - 1))
  return undefined
}

const HAN_DIGITS = '〇一二三四五六七八九'
/** 二〇二四年 and 二○二四年 as 2024年. */
function digitsOfYear(text: string): string {
  return text.replace(/[二一][〇零○九一二三四五六七八]{3}(?=年)/g, (year) =>
    [...year].map((digit) => ('零○'.includes(digit) ? 0 : HAN_DIGITS.indexOf(digit))).join(''),
  )
}

function yearOf({ year, short }: Groups, context: PeriodContext): number | undefined {
  if (year !== undefined) return Number(year)
  if (short !== undefined) return Number(short) + (Number(short) < 60 ? 2000 : 1900)
  return context.year
}

function small(text: string): number {
  if (/\d/.test(text)) return Number(text)
  return text === '两' ? 2 : words.months.indexOf(text) + 1
}

const text = (year: number | undefined) => (year === undefined ? undefined : String(year))
const two = (value: number) => String(value).padStart(2, '0')

function monthOf(year: number | undefined, month: number): string | undefined {
  return year !== undefined && month >= 1 && month <= 12 ? `${year}-${two(month)}` : undefined
}

/** Months from January are cumulative; a whole year is the year. 1月 alone is the month; 4-6月 is the quarter. */
function span(year: number | undefined, from: number, to: number): string | undefined {
  if (year === undefined || from < 1 || to > 12 || from > to) return undefined
  if (from === to) return monthOf(year, from)
  if (from === 1) return to === 12 ? String(year) : `${year}-01/${year}-${two(to)}`
  if (to - from === 2 && to % 3 === 0) return `${year}Q${to / 3}`
  return from === 7 && to === 12 ? `${year}H2` : undefined
}

function dayOf(year: number, month: number, date: number): string | undefined {
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined
  return `${year}-${two(month)}-${two(date)}`
}

const weekOf = (year: number, week: number) => (week >= 1 && week <= 53 ? `${year}W${two(week)}` : undefined)
