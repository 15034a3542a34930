import type { Tx } from '../../../kernel/context.ts'
import { tables } from './tables.ts'

export interface StoredWebhook {
  addressSeal: Buffer
  secretSeal: Buffer
  isOn: boolean
  kinds: string[]
}

/** The tenant's one. Anybody of the tenant finds it; what it holds is sealed. */
export async function findWebhook(tx: Tx): Promise<StoredWebhook | undefined> {
  const row = await tables(tx).selectFrom('inbox.webhook').selectAll().executeTakeFirst()
  return (
    row && { addressSeal: row.address_seal, secretSeal: row.secret_seal, isOn: row.is_on, kinds: row.kinds }
  )
}

export async function saveWebhook(
  tx: Tx,
  webhook: StoredWebhook,
  { tenantId, changedAt, changedBy }: { tenantId: string; changedAt: Date; changedBy: string },
): Promise<void> {
  const row = {
    address_seal: webhook.addressSeal,
    secret_seal: webhook.secretSeal,
    is_on: webhook.isOn,
    kinds: webhook.kinds,
    changed_at: changedAt,
    changed_by: changedBy,
  }
  await tables(tx)
    .insertInto('inbox.webhook')
    .values({ tenant_id: tenantId, ...row })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(row))
    .execute()
}
