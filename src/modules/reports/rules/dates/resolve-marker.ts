import { formatPeriod, type Period } from '../../../../kernel/period.ts'
import type { Anchor } from './anchor.ts'
import { readNumeral } from './chinese-numeral.ts'
import { festivalDay } from './festival.ts'

/** What a marker pattern read, by group. */
export type MarkerGroups = Record<string, string | undefined>

const YEARS_FROM_NOW: Record<string, number> = {
  去年: -1,
  上年: -1,
  上一年: -1,
  前年: -2,
  今年: 0,
  本年: 0,
  当年: 0,
  明年: 1,
  来年: 1,
}

/**
 * The months that a marker means, counted from the report's date; null when it covers several years or
 * cannot be told. A window without a year that has not ended when the report is written belongs to the
 * year before: 1—11月 in January (annotation guidelines, section 3).
 */
export function resolveMarker(groups: MarkerGroups, anchor: Anchor | null): Period | null {
  if (groups.many) return null
  if (groups.fromYear) return months(Number(groups.fromYear), 1, Number(groups.toYear), 12)
  const year = namedYear(groups, anchor)
  if (year === null) return null
  const window = windowOf(groups)
  if (window) return within(window, year, anchor)
  if (groups.wholeYear || groups.pastYear) return anchor && String(anchor.year - 1)
  if (groups.yearToDate) return anchor && String(anchor.year)
  if (groups.festival) return festivalMonth(groups.festival, year ?? anchor?.year)
  if (groups.ownQuarter || groups.lastQuarter) return quarterAround(anchor, groups.lastQuarter ? -1 : 0)
  if (groups.ownMonth || groups.lastMonth) return monthAround(anchor, groups.lastMonth ? -1 : 0)
  return year === undefined ? null : String(year)
}

/** The year printed; undefined when none is, null when it is relative and the report's date unknown. */
function namedYear(groups: MarkerGroups, anchor: Anchor | null): number | null | undefined {
  if (groups.year) return Number(groups.year)
  if (groups.hanYear) return readNumeral(groups.hanYear.slice(0, 4))
  if (!groups.relative) return undefined
  return anchor && anchor.year + YEARS_FROM_NOW[groups.relative]!
}

interface Window {
  from: number
  to: number
  /** Counts from January although one month is named: 截至4月底. */
  isCumulative: boolean
}

function windowOf(groups: MarkerGroups): Window | undefined {
  const read = (name: string) => readNumeral(groups[name] ?? '')
  const span = (from: number, to: number): Window => ({ from, to, isCumulative: from === 1 })
  if (groups.fromMonth) return span(read('fromMonth'), read('toMonth'))
  if (groups.monthCount) return span(1, read('monthCount'))
  if (groups.fromQuarter) return span(1, read('toQuarter') * 3)
  if (groups.quarterCount) return span(1, read('quarterCount') * 3)
  if (groups.quarter) return { ...span(read('quarter') * 3 - 2, read('quarter') * 3), isCumulative: false }
  if (groups.firstQuarter) return { ...span(1, 3), isCumulative: false }
  if (groups.half) return groups.half === '上' ? span(1, 6) : { ...span(7, 12), isCumulative: false }
  if (!groups.month) return undefined
  const month = read('month')
  if (groups.until && (groups.monthEnd || groups.day || groups.until.startsWith('截'))) return span(1, month)
  return { from: month, to: month, isCumulative: false }
}

function within(window: Window, year: number | undefined, anchor: Anchor | null): Period | null {
  const { from, to } = window
  if (!(from >= 1 && to <= 12 && from <= to)) return null
  if (year !== undefined) return months(year, from, year, to)
  if (!anchor) return null
  const isAhead = anchor.month !== null && (window.isCumulative ? to : from) > anchor.month
  const owner = isAhead ? anchor.year - 1 : anchor.year
  return months(owner, from, owner, to)
}

function months(fromYear: number, from: number, toYear: number, to: number): Period {
  return formatPeriod({ from: { year: fromYear, month: from }, to: { year: toYear, month: to } })
}

function festivalMonth(name: string, year: number | undefined): Period | null {
  const day = year === undefined ? undefined : festivalDay(name, year)
  return day ? day.slice(0, 7) : null
}

function monthAround(anchor: Anchor | null, offset: number): Period | null {
  if (!anchor?.month) return null
  const index = anchor.year * 12 + anchor.month - 1 + offset
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  return months(year, month, year, month)
}

function quarterAround(anchor: Anchor | null, offset: number): Period | null {
  if (!anchor?.month) return null
  const index = anchor.year * 4 + Math.ceil(anchor.month / 3) - 1 + offset
  const [year, quarter] = [Math.floor(index / 4), index % 4]
  return months(year, quarter * 3 + 1, year, quarter * 3 + 3)
}
