import type { Context, Tx } from '../../../kernel/context.ts'
import type { CalendarOverride } from '../../../kernel/working-calendar.ts'
import { tables } from './tables.ts'

/** A day that the city declares free or worked, with what declares it. */
export interface LocalDay extends CalendarOverride {
  /** Title or number of the document. */
  readonly document: string
}

/** The local days, in order. */
export async function listLocalDays(tx: Tx): Promise<LocalDay[]> {
  const rows = await tables(tx)
    .selectFrom('ledger.calendar_day')
    .select(['day', 'is_working_day', 'reason', 'document'])
    .orderBy('day')
    .execute()
  return rows.map(({ day, is_working_day, reason, document }) => ({
    day,
    isWorkingDay: is_working_day,
    reason,
    document,
  }))
}

/** Puts these days in the place of a year's local days. */
export async function replaceLocalDays(
  ctx: Context,
  tx: Tx,
  { year, days }: { year: number; days: readonly LocalDay[] },
): Promise<void> {
  await tables(tx)
    .deleteFrom('ledger.calendar_day')
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .execute()
  if (days.length === 0) return
  await tables(tx)
    .insertInto('ledger.calendar_day')
    .values(
      days.map(({ day, isWorkingDay, reason, document }) => ({
        tenant_id: ctx.tenantId,
        day,
        is_working_day: isWorkingDay,
        reason,
        document,
        changed_at: ctx.clock.now(),
        changed_by: ctx.actor.name,
      })),
    )
    .execute()
}
