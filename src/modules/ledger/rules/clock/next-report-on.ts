import { z } from 'zod'
import { addDays, type Day, daysInMonth } from '../../../../kernel/day.ts'
import { dayNumber, dayOfMonth, monthOf, yearOf } from '../../../../kernel/day-number.ts'
import schedule from './report-schedule.json' with { type: 'json' }

export const ReportFrequency = z.enum(['none', 'weekly', 'ten-days', 'monthly', 'quarterly'])
export type ReportFrequency = z.infer<typeof ReportFrequency>

/** Days after a period's end by which its report must be in. */
export type ReportSchedule = Readonly<Record<Exclude<ReportFrequency, 'none'>, number>>

export interface Reporting {
  /** The day from which reports are owed (dispatch); itself not counted, as with a limit. */
  readonly since: Day
  readonly lastReportedOn: Day | null
  /** Without it, `report-schedule.json`. */
  readonly schedule?: ReportSchedule
}

/**
 * The last day for the next report; null when none is owed. Periods end by nature: Sunday, the 10th, the 20th, the end
 * of the month or quarter; a report may follow by the days of the schedule. A report made in those days is the one of
 * the period before; any other is the one of its own period, and the next is owed for the period after it.
 */
export function nextReportOn(frequency: ReportFrequency, reporting: Reporting): Day | null {
  if (frequency === 'none') return null
  const grace = (reporting.schedule ?? schedule.daysAfterPeriod)[frequency]
  const { since, lastReportedOn } = reporting
  const first = periodEnd(frequency, addDays(since, 1))
  if (lastReportedOn === null) return addDays(first, grace)
  const reported = periodEnd(frequency, addDays(lastReportedOn, -grace))
  const next = reported < first ? first : periodEnd(frequency, addDays(reported, 1))
  return addDays(next, grace)
}

function periodEnd(frequency: Exclude<ReportFrequency, 'none'>, day: Day): Day {
  const [year, month, date] = [yearOf(day), monthOf(day), dayOfMonth(day)]
  switch (frequency) {
    case 'weekly': {
      // Day 0, 1970-01-01, was a Thursday: Monday is 0 here, Sunday 6.
      const weekday = (((dayNumber(day) + 3) % 7) + 7) % 7
      return addDays(day, 6 - weekday)
    }
    case 'ten-days':
      return date > 20 ? monthEnd(year, month) : `${day.slice(0, 8)}${date > 10 ? '20' : '10'}`
    case 'monthly':
      return monthEnd(year, month)
    case 'quarterly':
      return monthEnd(year, Math.ceil(month / 3) * 3)
  }
}

function monthEnd(year: number, month: number): Day {
  return `${year}-${String(month).padStart(2, '0')}-${daysInMonth(year, month)}`
}
