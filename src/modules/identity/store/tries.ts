import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import { FORGOTTEN_AFTER_MS, type Tries } from '../rules/lock-out.ts'
import { identityTables, type NewRow } from './tables.ts'

/** Locks the row of the key, made if need be, so that tries made at the same moment are counted one after the other. */
export async function lockTries(tx: Tx, key: string, { tenantId, createdAt }: NewRow): Promise<Tries> {
  const row = await identityTables(tx)
    .insertInto('identity.sign_in_try')
    .values({ tenant_id: tenantId, key, failed_attempts: 0, locked_until: null, last_tried_at: createdAt })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'key']).doUpdateSet({ key: (eb) => eb.ref('excluded.key') }),
    )
    .returning(['failed_attempts', 'locked_until', 'last_tried_at'])
    .executeTakeFirstOrThrow()
  return {
    failedAttempts: row.failed_attempts,
    lockedUntil: row.locked_until,
    lastTriedAt: row.last_tried_at,
  }
}

/** The rows that are there, by key, without waiting for anybody. */
export async function findTries(tx: Tx, keys: readonly string[]): Promise<Map<string, Tries>> {
  const rows = await identityTables(tx)
    .selectFrom('identity.sign_in_try')
    .selectAll()
    .where('key', '=', sql<string>`any(${keys}::text[])`)
    .execute()
  return new Map(
    rows.map((row) => [
      row.key,
      { failedAttempts: row.failed_attempts, lockedUntil: row.locked_until, lastTriedAt: row.last_tried_at },
    ]),
  )
}

/** Also forgets keys that nobody tried for a day. */
export async function updateTries(tx: Tx, key: string, tries: Tries): Promise<void> {
  const set = {
    failed_attempts: tries.failedAttempts,
    locked_until: tries.lockedUntil,
    last_tried_at: tries.lastTriedAt,
  }
  await identityTables(tx).updateTable('identity.sign_in_try').set(set).where('key', '=', key).execute()
  const old = new Date(tries.lastTriedAt.getTime() - FORGOTTEN_AFTER_MS)
  // Skips rows that somebody works on: nobody's sign-in waits for tidying up.
  await sql`delete from identity.sign_in_try where tenant_id = ${thisTenant} and key in (
    select key from identity.sign_in_try where tenant_id = ${thisTenant} and last_tried_at < ${old}
    order by key limit 100 for update skip locked)`.execute(tx)
}

/** True when there was anything to forget. */
export async function deleteTries(tx: Tx, key: string): Promise<boolean> {
  const result = await identityTables(tx)
    .deleteFrom('identity.sign_in_try')
    .where('key', '=', key)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}
