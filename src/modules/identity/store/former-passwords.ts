import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { newId } from '../../../kernel/ids.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import { identityTables, type NewRow } from './tables.ts'

/** Newest first. */
export async function listFormerPasswords(tx: Tx, accountId: string, count: number): Promise<string[]> {
  const rows = await identityTables(tx)
    .selectFrom('identity.former_password')
    .select('password_hash')
    .where('account_id', '=', accountId)
    .orderBy('replaced_at', 'desc')
    .orderBy('id', 'desc')
    .limit(count)
    .execute()
  return rows.map((row) => row.password_hash)
}

/** Keeps the newest `count` of the account. */
export async function keepFormerPassword(
  tx: Tx,
  { accountId, passwordHash, count }: { accountId: string; passwordHash: string; count: number },
  { tenantId, createdAt }: NewRow,
): Promise<void> {
  await identityTables(tx)
    .insertInto('identity.former_password')
    .values({
      tenant_id: tenantId,
      id: newId(),
      account_id: accountId,
      password_hash: passwordHash,
      replaced_at: createdAt,
    })
    .execute()
  await sql`delete from identity.former_password
    where tenant_id = ${thisTenant} and account_id = ${accountId} and id not in (
    select id from identity.former_password where tenant_id = ${thisTenant} and account_id = ${accountId}
    order by replaced_at desc, id desc limit ${count})`.execute(tx)
}
