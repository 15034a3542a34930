import type { Tx } from '../../../kernel/context.ts'
import type { SavePreferences } from '../schema.ts'
import { tables } from './tables.ts'

/** How the person wants to be told; undefined before the first choice. `lock`: until the transaction ends. */
export async function findPreferences(
  tx: Tx,
  accountId: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<SavePreferences | undefined> {
  const query = tables(tx).selectFrom('inbox.preference').selectAll().where('account_id', '=', accountId)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return (
    row && {
      address: row.address,
      isMailOn: row.is_mail_on,
      digest: row.digest,
      locale: row.locale,
      hours: { from: row.hours_from, until: row.hours_until },
    }
  )
}

export async function savePreferences(
  tx: Tx,
  chosen: SavePreferences,
  { tenantId, accountId, changedAt }: { tenantId: string; accountId: string; changedAt: Date },
): Promise<void> {
  const row = {
    address: chosen.address,
    is_mail_on: chosen.isMailOn,
    digest: chosen.digest,
    locale: chosen.locale,
    hours_from: chosen.hours.from,
    hours_until: chosen.hours.until,
    changed_at: changedAt,
  }
  await tables(tx)
    .insertInto('inbox.preference')
    .values({ tenant_id: tenantId, account_id: accountId, ...row })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'account_id']).doUpdateSet(row))
    .execute()
}
