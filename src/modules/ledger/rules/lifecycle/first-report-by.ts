import type { Day } from '../../../../kernel/day.ts'
import type { WorkingCalendar } from '../../../../kernel/working-calendar.ts'
import type { Item } from '../../schema.ts'
import { dueDay, type Receipt } from '../clock/due-day.ts'
import { nextReportOn } from '../clock/next-report-on.ts'
import schedule from '../clock/report-schedule.json' with { type: 'json' }
import type { LedgerSettings } from '../settings/settings.ts'

type Reported = Pick<Item, 'reportFrequency' | 'signedOn'>

interface Facts {
  readonly settings: LedgerSettings
  readonly calendar: WorkingCalendar
  readonly now: Receipt
}

/**
 * By when a unit that begins now reports first: the limit for it, or the regular report if that is owed earlier.
 * @throws invalid `kernel.calendar-year-missing`
 */
export function firstReportBy({ reportFrequency }: Reported, { settings, calendar, now }: Facts): Day {
  const first = dueDay(settings.firstReportLimit, now, calendar)
  const reporting = { since: now.day, lastReportedOn: null, schedule: scheduleOf(settings) }
  const regular = nextReportOn(reportFrequency, reporting)
  return regular === null || first < regular ? first : regular
}

/** By when the next regular report is owed after one that was made, or taken as made, on a day; null for none. */
export function nextReportBy(
  { reportFrequency, signedOn }: Reported,
  { on, settings }: { on: Day; settings: LedgerSettings },
): Day | null {
  const reporting = { since: signedOn ?? on, lastReportedOn: on, schedule: scheduleOf(settings) }
  return nextReportOn(reportFrequency, reporting)
}

function scheduleOf({ reportDay }: LedgerSettings) {
  return { ...schedule.daysAfterPeriod, monthly: reportDay, quarterly: reportDay }
}
