import type { Context } from '../../../kernel/context.ts'
import { yearOf } from '../../../kernel/day-number.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { calendarOf, loadSettings, NATIONAL } from '../clock-facts.ts'
import type { AskCalendar, CalendarYear } from '../schema.ts'
import { listLocalDays } from '../store/local-days.ts'
import { findSettings } from '../store/settings.ts'

/** A year as it is worked here: the country's days, the local ones above them, and whether it is known at all. */
export async function getCalendar(ctx: Context, ask: AskCalendar): Promise<CalendarYear> {
  authorize(ctx, 'ledger.read')
  return ctx.transaction(async (tx) => {
    const today = ctx.clock.today()
    const year = ask.year ?? yearOf(today)
    const all = await listLocalDays(tx)
    const { completedYears } = await loadSettings(tx)
    const calendar = calendarOf(all, completedYears)
    const national = NATIONAL.years[year]
    const full = (day: string) => `${year}-${day}`
    const nationalYears = Object.keys(NATIONAL.years).map(Number)
    return {
      year,
      knowledge: national ? 'national' : calendar.knows(year) ? 'completed' : 'missing',
      holidays: Object.entries(national?.daysOff ?? {}).map(([name, days]) => ({
        name,
        days: days.map(full),
      })),
      makeUpDays: (national?.makeUpDays ?? []).map(full),
      localDays: all.filter(({ day }) => yearOf(day) === year),
      workingDays: calendar.knows(year) ? calendar.year(year).workingDays.length : null,
      nationalYears: { first: Math.min(...nationalYears), last: Math.max(...nationalYears) },
      fixedDaysOff: NATIONAL.fixedDaysOff.map(full),
      today,
      version: (await findSettings(tx))?.calendarVersion ?? 0,
    }
  })
}
