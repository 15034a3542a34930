import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { TenantKeyRange } from '../../../platform/module.ts'

/** Items, their former versions included, that were made of a statement of a range. */
export async function pointsAt(
  tx: Tx,
  { tenantId, kind, from, until }: TenantKeyRange,
): Promise<Record<string, number>> {
  if (kind !== 'statements') return {}
  const { rows } = await sql<{ items: number }>`select count(*)::int as items from ledger.item
    where tenant_id = ${tenantId}::uuid and statement_id >= ${from}::uuid and statement_id < ${until}::uuid`.execute(
    tx,
  )
  return { 'ledger.items': rows[0]!.items }
}
