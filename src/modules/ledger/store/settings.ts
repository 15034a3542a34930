import type { Tx } from '../../../kernel/context.ts'
import type { CalendarOverride } from '../../../kernel/working-calendar.ts'
import { tables } from './tables.ts'

interface StoredSettings {
  readonly settings: Readonly<Record<string, unknown>>
  readonly version: number
}

/** What the city wrote, if it did; the defaults hold for the rest. */
export async function findSettings(tx: Tx): Promise<StoredSettings | undefined> {
  const row = await tables(tx).selectFrom('ledger.setting').select(['settings', 'version']).executeTakeFirst()
  return row && { settings: row.settings as StoredSettings['settings'], version: row.version }
}

/** A rule set of the city's own. */
export async function findRuleSet(tx: Tx, key: string): Promise<unknown> {
  const row = await tables(tx)
    .selectFrom('ledger.light_rule_set')
    .select('rule_set')
    .where('key', '=', key)
    .executeTakeFirst()
  return row?.rule_set
}

/** The local days, in order. */
export async function listCalendarDays(tx: Tx): Promise<CalendarOverride[]> {
  const rows = await tables(tx)
    .selectFrom('ledger.calendar_day')
    .select(['day', 'is_working_day', 'reason'])
    .orderBy('day')
    .execute()
  return rows.map((row) => ({ day: row.day, isWorkingDay: row.is_working_day, reason: row.reason }))
}
