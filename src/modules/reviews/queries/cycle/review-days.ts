import type { Day } from '../../../../kernel/day.ts'
import { type Period, parsePeriod, periodEnd } from '../../../../kernel/period.ts'

export interface QuarterDays {
  readonly from: Day
  readonly to: Day
}

/** First and last day of a review's period. */
export function quarterDays(period: Period): QuarterDays {
  const range = parsePeriod(period)
  if (!range) throw new RangeError(`"${period}" is no period`)
  const { year, month } = range.from
  return { from: `${year}-${String(month).padStart(2, '0')}-01`, to: periodEnd(range) }
}

export const earlierDay = (a: Day, b: Day): Day => (a < b ? a : b)
