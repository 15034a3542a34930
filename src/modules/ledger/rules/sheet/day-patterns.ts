import { type Day, daysInMonth, isDay } from '../../../../kernel/day.ts'
import words from './day-words.json' with { type: 'json' }
import type { DayContext, DayFault, DayRule } from './office-day.ts'

type Found = { readonly day: Day; readonly rule: DayRule } | { readonly fault: DayFault }
type Groups = Readonly<Record<string, string | undefined>>

interface Pattern {
  readonly rule: DayRule
  readonly pattern: RegExp
  readonly read: (groups: Groups, context: DayContext) => Found | Day | undefined
}

const YEAR = '(?:(?<year>(?:19|20)\\d{2})年?度?|(?<short>\\d{2})年)'
const PART = '(?<part>月底|底|末|初|上旬|中旬|下旬|中)?'

/** The forms of one date, each anchored at both ends: what is left over is not guessed at. */
const PATTERNS: readonly Pattern[] = [
  {
    rule: 'full-date',
    pattern: /^(?<year>\d{4}|\d{2})(?:年|[./-])(?<month>\d{1,2})(?:月|[./-])(?<date>\d{1,2})[日号]?$/,
    read: ({ year, month, date }) => dayOf(fullYear(year!), month, date),
  },
  {
    rule: 'full-date',
    pattern: /^(?<a>\d{1,2})\/(?<b>\d{1,2})\/(?<year>\d{4})$/,
    read: ({ a, b, year }) => {
      if (Number(a) > 12) return dayOf(Number(year), b, a)
      return Number(b) > 12 || a === b ? dayOf(Number(year), a, b) : { fault: 'ambiguous' }
    },
  },
  {
    rule: 'compact',
    pattern: /^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<date>\d{2})$/,
    read: ({ year, month, date }) => dayOf(Number(year), month, date),
  },
  {
    rule: 'month',
    pattern: /^(?<year>(?:19|20)\d{2})(?<month>0[1-9]|1[0-2])$/,
    read: ({ year, month }, context) => partOfMonth(Number(year), Number(month), context),
  },
  {
    rule: 'month',
    pattern: new RegExp(`^${YEAR}?(?<month>\\d{1,2})月份?${PART}$`),
    read: (groups, context) =>
      partOfMonth(yearOf(groups, context), Number(groups.month), { ...context, part: groups.part }, groups),
  },
  {
    rule: 'month',
    pattern: /^(?<year>(?:19|20)\d{2})[./-](?<month>\d{1,2})月?(?<part>底|末|初|上旬|中旬|下旬)?$/,
    read: ({ year, month, part }, context) => partOfMonth(Number(year), Number(month), { ...context, part }),
  },
  {
    rule: 'month-and-day',
    pattern: /^(?<month>\d{1,2})(?:月|[./-])(?<date>\d{1,2})[日号]?$/,
    read: (groups, context) => rolled(groups, context, (year) => dayOf(year, groups.month, groups.date)),
  },
  {
    rule: 'quarter',
    pattern: new RegExp(`^${YEAR}?-?(?:第?(?<quarter>[1-4])个?季度|[Qq](?<q>[1-4]))(?<part>初|末|底)?$`),
    read: (groups, context) => {
      const quarter = Number(groups.quarter ?? groups.q)
      const isFirst = context.edge === 'first' && groups.part !== '末' && groups.part !== '底'
      const month = isFirst || groups.part === '初' ? quarter * 3 - 2 : quarter * 3
      return rolled(groups, context, (year) => partOfMonth(year, month, { edge: isFirst ? 'first' : 'last' }))
    },
  },
  {
    rule: 'half-year',
    pattern: new RegExp(`^${YEAR}?(?:(?<half>[上下])半年(?:末|底)?|(?<middle>年?中))$`),
    read: (groups, context) => {
      const isSecond = groups.half === '下'
      const month = context.edge === 'first' && !groups.middle ? (isSecond ? 7 : 1) : isSecond ? 12 : 6
      return rolled(groups, context, (year) => partOfMonth(year, month, context))
    },
  },
  {
    rule: 'year',
    pattern: /^(?<year>(?:19|20)\d{2})年?度?(?:年?(?<part>底|末|内|初)|全年)?$/,
    read: ({ year, part }, context) => edgeOfYear(Number(year), context, part),
  },
  {
    rule: 'year',
    pattern: /^(?:本?年度?(?<part>底|末|内|初)|全年|年终|本年度?)$/,
    read: ({ part }, context) => edgeOfYear(contextYear(context), context, part),
  },
  {
    rule: 'this-month',
    pattern: /^本?月(?:份)?(?:底|末|内)$/,
    read: (_, context) => {
      const base = context.from ?? context.today
      return partOfMonth(Number(base.slice(0, 4)), Number(base.slice(5, 7)), { edge: 'last' })
    },
  },
  {
    rule: 'festival',
    pattern: new RegExp(`^${YEAR}?(?<festival>${Object.keys(words.festivals).join('|')})节?(?:期间|假期)?$`),
    read: (groups, context) => {
      const [month, date] = words.festivals[groups.festival as keyof typeof words.festivals]!
      const isNewYear = groups.festival === '元旦' && groups.year !== undefined
      return rolled(groups, context, (year) => dayOf(isNewYear ? year - 1 : year, month, date))
    },
  },
]

/** Reads a text that is one date and nothing else; undefined when it has none of the forms. */
export function readOneDay(text: string, context: DayContext): Found | undefined {
  for (const { rule, pattern, read } of PATTERNS) {
    const match = pattern.exec(text)
    const found = match && read(match.groups ?? {}, context)
    if (typeof found === 'string') return { day: found, rule }
    if (found) return found
  }
  return undefined
}

/** The year when the text names none. */
export function contextYear({ year, from, today }: DayContext): number {
  return year ?? Number((from ?? today).slice(0, 4))
}

const fullYear = (year: string) => (year.length === 2 ? 2000 + Number(year) : Number(year))

function yearOf({ year, short }: Groups, context: DayContext): number {
  const named = year ?? short
  return named === undefined ? contextYear(context) : fullYear(named)
}

function dayOf(year: number, month: unknown, date: unknown): Found | Day {
  const day = `${year}-${pad(month)}-${pad(date)}`
  return isDay(day) && year >= 1949 && year <= 2100 ? day : { fault: 'no-such-day' }
}

/** A deadline without a year that would lie before the day of issue is the next year's. */
function rolled(groups: Groups, context: DayContext, at: (year: number) => Found | Day): Found | Day {
  const year = yearOf(groups, context)
  const found = at(year)
  const isFree = groups.year === undefined && groups.short === undefined && !context.year
  const isOver = typeof found === 'string' && context.from && found < context.from && context.edge === 'last'
  return isFree && isOver ? at(year + 1) : found
}

const LAST_OF_PART: Readonly<Record<string, number>> = { 初: 10, 上旬: 10, 中旬: 20, 中: 20 }
const FIRST_OF_PART: Readonly<Record<string, number>> = {
  中旬: 11,
  中: 11,
  下旬: 21,
  底: 21,
  末: 21,
  月底: 21,
}

function partOfMonth(
  year: number,
  month: number,
  context: Pick<DayContext, 'edge'> & Partial<DayContext> & { part?: string | undefined },
  groups?: Groups,
): Found | Day {
  const { part = '', edge } = context
  const at = (inYear: number): Found | Day => {
    if (month < 1 || month > 12) return { fault: 'no-such-day' }
    const last = LAST_OF_PART[part] ?? daysInMonth(inYear, month)
    return dayOf(inYear, month, edge === 'first' ? (FIRST_OF_PART[part] ?? 1) : last)
  }
  return groups && context.today ? rolled(groups, context as DayContext, at) : at(year)
}

function edgeOfYear(year: number, { edge }: DayContext, part?: string): Found | Day {
  if (part === '初') return dayOf(year, 1, edge === 'first' ? 1 : 31)
  const isFirst = edge === 'first' && part !== '底' && part !== '末'
  return isFirst ? dayOf(year, 1, 1) : dayOf(year, 12, 31)
}

const pad = (value: unknown) => String(value).padStart(2, '0')
