import { type Day, daysBetween, daysInMonth } from '../../../../kernel/day.ts'
import { dayOfMonth, monthOf, yearOf } from '../../../../kernel/day-number.ts'
import { type WorkingCalendar, workingDaysBetween } from '../../../../kernel/working-calendar.ts'
import { type Fraction, fractionOf, over, ratio, whole, ZERO } from '../exact/fraction.ts'
import type { PacePath } from './pace-path.ts'
import { type FormerYear, type SeasonalYears, seasonalShare } from './seasonal-share.ts'

export interface ShareQuestion {
  readonly path: PacePath
  /** First and last day of the target's period. */
  readonly from: Day
  readonly to: Day
  /** The last day that the observation covers: a figure for August is held against August, whenever it comes out. */
  readonly through: Day
  readonly calendar?: WorkingCalendar
  readonly formerYears?: readonly FormerYear[]
}

export type ExpectedShare =
  | { readonly kind: 'share'; readonly share: Fraction; readonly seasonal: SeasonalYears | null }
  | { readonly kind: 'unknown'; readonly reason: UnknownShare }

/** Why nothing can be expected. */
export type UnknownShare = 'no-complete-year' | 'calendar-year-missing' | 'no-working-day'

/** Which part of the target is expected to be reached by the end of a day. O(nodes + years). */
export function expectedShare(question: ShareQuestion): ExpectedShare {
  const { path, from, to, through, calendar, formerYears = [] } = question
  const known = (share: Fraction): ExpectedShare => ({ kind: 'share', share, seasonal: null })
  if (path.kind === 'seasonal') {
    const found = seasonalShare(formerYears, path.years)
    return found.kind === 'known' ? { kind: 'share', share: found.share, seasonal: found.years } : found
  }
  if (path.kind === 'nodes') return known(nodesShare(path.nodes, through))
  if (through < from) return known(ZERO)
  if (through >= to) return known(whole(1))
  if (path.kind === 'days') return known(daysShare(from, to, through))
  if (path.kind === 'linear') return known(monthsShare(from, to, through))
  return workingDaysShare(question, calendar)
}

function daysShare(from: Day, to: Day, through: Day): Fraction {
  return ratio(BigInt(daysBetween(from, through) + 1), BigInt(daysBetween(from, to) + 1))
}

/** Whole months count alike, so that by 30 June half the year has passed in every year. Otherwise by days. */
function monthsShare(from: Day, to: Day, through: Day): Fraction {
  const isWholeMonths = dayOfMonth(from) === 1 && dayOfMonth(to) === daysInMonth(yearOf(to), monthOf(to))
  if (!isWholeMonths) return daysShare(from, to, through)
  const months = monthsFrom(from, to) + 1
  const length = BigInt(daysInMonth(yearOf(through), monthOf(through)))
  const passed = ratio(BigInt(monthsFrom(from, through)) * length + BigInt(dayOfMonth(through)), length)
  return over(passed, whole(months))
}

function monthsFrom(from: Day, to: Day): number {
  return (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from)
}

function nodesShare(nodes: readonly { on: Day; percent: string }[], through: Day): Fraction {
  let last: { on: Day; percent: string } | undefined
  for (const node of nodes) if (node.on <= through && (!last || node.on >= last.on)) last = node
  return last ? over(fractionOf(last.percent), whole(100)) : ZERO
}

function workingDaysShare({ from, to, through }: ShareQuestion, calendar?: WorkingCalendar): ExpectedShare {
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, at) => yearOf(from) + at)
  if (!calendar || !years.every((year) => calendar.knows(year)))
    return { kind: 'unknown', reason: 'calendar-year-missing' }
  const first = calendar.isWorkingDay(from) ? 1 : 0
  const all = workingDaysBetween(calendar, from, to) + first
  if (all === 0) return { kind: 'unknown', reason: 'no-working-day' }
  const passed = workingDaysBetween(calendar, from, through) + first
  return { kind: 'share', share: ratio(BigInt(passed), BigInt(all)), seasonal: null }
}
