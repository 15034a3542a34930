import { addDays, type Day, daysInMonth, isDay } from '../../../../kernel/day.ts'
import type { Range } from '../model.ts'
import { type Anchor, anchorOf } from './anchor.ts'
import { readNumeral } from './chinese-numeral.ts'
import { FESTIVAL, festivalDay } from './festival.ts'

export interface Deadline {
  range: Range
  day: Day
}

type Groups = Record<string, string | undefined>
interface DeadlineRule {
  pattern: RegExp
  resolve: (groups: Groups, anchor: Anchor) => Day | null
}

const YEAR = '(?:(?<year>(?:19|20)\\d{2})年|(?<relative>今年|明年|本年度?|当年))?的?'
const NUMBER = '(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})'
const BEFORE = '(?:之前|以前|前|之内|内)'
const DONE =
  '(?=(?:要|力争|确保|争取|基本|全面|全部|率先|实现){0,3}(?:完成|实现|建成|开工|投用|投产|竣工|到位|全覆盖|交付|启用))'

/** Longest and most definite first; the first rule that reads a place wins it. */
const RULES: readonly DeadlineRule[] = [
  {
    pattern: rule(`${YEAR}(?<month>${NUMBER})月(?<day>\\d{1,2})日(?:${BEFORE}|止|为止)`),
    resolve: (groups, anchor) => dayIn(groups, anchor, Number(groups.day)),
  },
  {
    pattern: rule(`${YEAR}(?<month>${NUMBER})月(?:份)?(?<part>底|末|上旬|中旬|下旬|初)?(?:${BEFORE})`),
    resolve: (groups, anchor) => dayIn(groups, anchor, partOfMonth(groups.part)),
  },
  {
    pattern: rule(`${YEAR}(?<month>${NUMBER})月(?:份)?(?<part>底|末)`),
    resolve: (groups, anchor) => dayIn(groups, anchor, null),
  },
  {
    pattern: rule(
      `${YEAR}(?:(?<half>[上下])半年|(?<!前)第?(?<quarter>[一二三四1-4])季度)(?:(?:底|末)${BEFORE}?|${BEFORE}|开门红|${DONE})`,
    ),
    resolve: (groups, anchor) =>
      endOfMonth(
        yearOf(groups, anchor),
        groups.half ? (groups.half === '上' ? 6 : 12) : readNumeral(groups.quarter!) * 3,
      ),
  },
  {
    pattern: rule('时间过半.{0,6}任务过半|双过半|“双过半”'),
    resolve: (_groups, anchor) => `${anchor.year}-06-30`,
  },
  {
    pattern: rule(
      '(?:(?<year>20\\d{2})年|(?<relative>今年|明年|本年)|(?<![\\d多几每近])年)年?(?:底|末|内)(?:之?前)?|(?:到|至)(?<target>20\\d{2})年(?!代)',
    ),
    resolve: (groups, anchor) => `${groups.target ?? yearOf(groups, anchor)}-12-31`,
  },
  {
    pattern: rule(`本季度(?:末|底|${BEFORE})`),
    resolve: (_groups, { year, month }) => (month ? endOfMonth(year, Math.ceil(month / 3) * 3) : null),
  },
  {
    pattern: rule(`(?:本月|(?<![\\d个上下])月)(?:底|末|内)(?:之?前)?`),
    resolve: (_groups, { year, month }) => (month ? endOfMonth(year, month) : null),
  },
  {
    pattern: rule('下个?月(?:底|末|内)?前?'),
    resolve: (_groups, { year, month }) =>
      month ? endOfMonth(month === 12 ? year + 1 : year, (month % 12) + 1) : null,
  },
  {
    pattern: rule(`(?<week>[本下])周(?:内|末|底|${BEFORE})?`),
    resolve: (groups, anchor) => endOfWeek(anchor, groups.week === '下' ? 1 : 0),
  },
  {
    pattern: rule(`(?<count>${NUMBER})个?(?<unit>工作日|日|天|周|月)(?:之内|以内|内)`),
    resolve: (groups, anchor) => after(groups, anchor),
  },
  { pattern: rule(`${YEAR}(?<festival>${FESTIVAL})节?(?:到来)?(?:之前|以前|前)`), resolve: beforeFestival },
]

/** The deadlines that a stretch of folded text sets, in order; none when the report's year is unknown. */
export function findDeadlines(folded: string, range: Range, reportDate: string | null): Deadline[] {
  const anchor = anchorOf(reportDate)
  if (!anchor) return []
  const text = folded.slice(range.start, range.end)
  const found: Deadline[] = []
  for (const { pattern, resolve } of RULES)
    for (const match of text.matchAll(pattern)) {
      const start = range.start + match.index
      const end = start + match[0].length
      if (found.some((other) => start < other.range.end && other.range.start < end)) continue
      const day = resolve(match.groups ?? {}, anchor)
      if (day && isDay(day)) found.push({ range: { start, end }, day })
    }
  return found.sort((one, other) => one.range.start - other.range.start)
}

/** The first deadline in a text, or null: 6月底前 in a report of April 2024 → `2024-06-30`. */
export function resolveDeadline(text: string, reportDate: string | null): Day | null {
  return findDeadlines(text, { start: 0, end: text.length }, reportDate)[0]?.day ?? null
}

function rule(source: string): RegExp {
  return new RegExp(source, 'g')
}

function yearOf(groups: Groups, anchor: Anchor): number {
  if (groups.year) return Number(groups.year)
  return groups.relative === '明年' ? anchor.year + 1 : anchor.year
}

/** A month without a year that is over already means the next one. */
function dayIn(groups: Groups, anchor: Anchor, day: number | null): Day | null {
  const month = readNumeral(groups.month ?? '')
  if (!(month >= 1 && month <= 12)) return null
  const isOver = !groups.year && !groups.relative && anchor.month !== null && month < anchor.month
  const year = yearOf(groups, anchor) + (isOver ? 1 : 0)
  return day === null ? endOfMonth(year, month) : `${year}-${pad(month)}-${pad(day)}`
}

function partOfMonth(part: string | undefined): number | null {
  if (part === '上旬') return 10
  if (part === '中旬') return 20
  return part === '初' ? 5 : null
}

function endOfMonth(year: number, month: number): Day {
  return `${year}-${pad(month)}-${daysInMonth(year, month)}`
}

/** Sunday, as weeks are counted from Monday (GB/T 7408). */
function endOfWeek(anchor: Anchor, weeks: number): Day | null {
  const today = dayOf(anchor)
  if (!today) return null
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(today, 6 - weekday + weeks * 7)
}

function after(groups: Groups, anchor: Anchor): Day | null {
  const today = dayOf(anchor)
  const count = readNumeral(groups.count!)
  if (!today || !(count > 0)) return null
  if (groups.unit === '月') {
    const index = anchor.year * 12 + anchor.month! - 1 + count
    const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
    return `${year}-${pad(month)}-${pad(Math.min(anchor.day!, daysInMonth(year, month)))}`
  }
  if (groups.unit !== '工作日') return addDays(today, groups.unit === '周' ? count * 7 : count)
  let day = today
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    if (new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0) left--
  }
  return day
}

function beforeFestival(groups: Groups, anchor: Anchor): Day | null {
  const named = yearOf(groups, anchor)
  const day = festivalDay(groups.festival!, named)
  const isOver =
    day !== undefined && !groups.year && anchor.month !== null && Number(day.slice(5, 7)) < anchor.month
  const next = isOver ? festivalDay(groups.festival!, named + 1) : day
  return next ? addDays(next, -1) : null
}

function dayOf({ year, month, day }: Anchor): Day | null {
  return month && day ? `${year}-${pad(month)}-${pad(day)}` : null
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
