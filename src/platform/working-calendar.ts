import type { Context, Tx } from '../kernel/context.ts'
import { makeCalendar, type WorkingCalendar } from '../kernel/working-calendar.ts'
import { readNationalCalendar } from '../kernel/working-calendar-pack.ts'
import { modulesOf } from './database/index.ts'

/** Which days the tenant works: the country's, with the local days of the module that keeps them. */
export async function workingCalendarOf(tx: Tx, ctx: Context): Promise<WorkingCalendar> {
  const provided = modulesOf(ctx).find((module) => module.workingCalendar)?.workingCalendar
  return provided ? provided(ctx, tx) : makeCalendar({ national: readNationalCalendar() })
}
