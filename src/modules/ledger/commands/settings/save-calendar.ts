import type { Context, Tx } from '../../../../kernel/context.ts'
import { conflict, invalid } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { calendarOf, loadSettings, NATIONAL } from '../../clock-facts.ts'
import { localDayFaults } from '../../rules/calendar/local-day-faults.ts'
import type { Recounted, SaveCalendar } from '../../schema.ts'
import { type LocalDay, listLocalDays, replaceLocalDays } from '../../store/local-days.ts'
import { findSettings, putSettings } from '../../store/settings.ts'
import { changeClock } from './change-clock.ts'

/**
 * Writes the local days of a year: free or worked otherwise than the country says, or all of a year that its list lacks.
 * @throws `ledger.calendar-changed` when somebody else wrote it meanwhile, `ledger.local-day-twice`,
 * `ledger.local-day-other-year`, `ledger.calendar-year-national`, `kernel.calendar-year-incomplete`, and what
 * `changeClock` throws
 */
export async function saveCalendar(ctx: Context, saving: SaveCalendar): Promise<Recounted> {
  authorize(ctx, 'ledger.configure')
  const { year, version } = saving
  const { recounted } = await changeClock(ctx, async (tx) => {
    const stored = await findSettings(tx)
    const calendarVersion = stored?.calendarVersion ?? 0
    if (calendarVersion !== version) throw conflict('ledger.calendar-changed', { version: calendarVersion })
    const before = (await listLocalDays(tx)).filter(({ day }) => day.startsWith(String(year)))
    const { days, completedYears } = await planCalendar(tx, saving)
    await replaceLocalDays(ctx, tx, { year, days })
    const settings = { ...(await loadSettings(tx)), completedYears }
    await putSettings(ctx, tx, {
      settings,
      version: stored?.version ?? 0,
      calendarVersion: version + 1,
      former: stored,
    })
    const isComplete = completedYears.includes(year)
    return {
      turnsLights: true,
      entry: {
        action: 'ledger.calendar-changed',
        subject: { type: 'ledger-calendar', id: ctx.tenantId },
        detail: { year, version: version + 1, isComplete, before, after: days },
      },
    }
  })
  return { version: version + 1, recounted }
}

/** The whole calendar with one year's local days as wished. @throws as `saveCalendar` */
export async function planCalendar(tx: Tx, { year, days, isComplete }: Omit<SaveCalendar, 'version'>) {
  const [fault] = localDayFaults(year, days)
  if (fault) throw invalid(fault.code, fault.details)
  if (isComplete && NATIONAL.years[year]) throw invalid('ledger.calendar-year-national', { year })
  const others = (await loadSettings(tx)).completedYears.filter((each) => each !== year)
  const completedYears = (isComplete ? [...others, year] : others).toSorted((a, b) => a - b)
  const kept: LocalDay[] = (await listLocalDays(tx)).filter(({ day }) => !day.startsWith(String(year)))
  const calendar = calendarOf([...kept, ...days], completedYears)
  // Refuses a year that is called complete and works on a day that every year has off.
  if (isComplete) calendar.year(year)
  return { days: days.toSorted((a, b) => (a.day < b.day ? -1 : 1)), completedYears, calendar }
}
