import { sql } from 'kysely'
import type { Context, Tx } from '../../../kernel/context.ts'
import { tables } from './tables.ts'

export interface StoredSettings {
  readonly settings: Readonly<Record<string, unknown>>
  readonly version: number
  /** Counts the changes to local days and completed years. */
  readonly calendarVersion: number
  readonly changedAt: Date
  readonly changedBy: string
}

/** What the city wrote, if it did; the defaults hold for the rest. */
export async function findSettings(tx: Tx): Promise<StoredSettings | undefined> {
  const row = await tables(tx).selectFrom('ledger.setting').selectAll().executeTakeFirst()
  return (
    row && {
      settings: row.settings as StoredSettings['settings'],
      version: row.version,
      calendarVersion: row.calendar_version,
      changedAt: row.changed_at,
      changedBy: row.changed_by,
    }
  )
}

/** Writes the settings with their versions; a change of the calendar leaves standing who wrote the settings (`former`). */
export async function putSettings(
  ctx: Context,
  tx: Tx,
  {
    settings,
    version,
    calendarVersion,
    former,
  }: Pick<StoredSettings, 'settings' | 'version' | 'calendarVersion'> & {
    former?: StoredSettings | undefined
  },
): Promise<void> {
  const row = {
    settings: JSON.stringify(settings),
    version,
    calendar_version: calendarVersion,
    changed_at: former?.changedAt ?? ctx.clock.now(),
    changed_by: former?.changedBy ?? ctx.actor.name,
  }
  await tables(tx)
    .insertInto('ledger.setting')
    .values({ tenant_id: ctx.tenantId, ...row })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(row))
    .execute()
}

/**
 * For whoever writes turning days: settings, rules and calendar stay as they are until the transaction ends. Before any
 * row lock, so that nobody who changes them waits for a row that waits for them.
 */
export async function holdClock(ctx: Context, tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(hashtext('ledger.clock'), hashtext(${ctx.tenantId}))`.execute(
    tx,
  )
}

/**
 * For whoever changes settings, rules or calendar: waits until nobody writes turning days, then keeps others from it.
 * @returns false when somebody, an import for example, has held the clock for all of five seconds
 */
export async function takeClock(ctx: Context, tx: Tx): Promise<boolean> {
  for (const until = performance.now() + 5000; ; ) {
    const { rows } = await sql<{ is_taken: boolean }>`
      select pg_try_advisory_xact_lock(hashtext('ledger.clock'), hashtext(${ctx.tenantId})) as is_taken`.execute(
      tx,
    )
    if (rows[0]?.is_taken) return true
    if (performance.now() > until) return false
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
