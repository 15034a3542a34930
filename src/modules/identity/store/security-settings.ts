import type { Tx } from '../../../kernel/context.ts'
import { identityTables } from './tables.ts'

export async function findSettings(tx: Tx): Promise<unknown> {
  const row = await identityTables(tx)
    .selectFrom('identity.security_settings')
    .select('settings')
    .executeTakeFirst()
  return row?.settings
}

export async function saveSettings(
  tx: Tx,
  { tenantId, settings }: { tenantId: string; settings: object },
  changed: { changedAt: Date; changedBy: string },
): Promise<void> {
  const set = {
    settings: JSON.stringify(settings),
    changed_at: changed.changedAt,
    changed_by: changed.changedBy,
  }
  await identityTables(tx)
    .insertInto('identity.security_settings')
    .values({ tenant_id: tenantId, ...set })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(set))
    .execute()
}
