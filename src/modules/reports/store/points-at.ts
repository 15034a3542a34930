import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { TenantKeyRange } from '../../../platform/module.ts'

/** Statements of a later time that were split from one of a range. */
export async function pointsAt(
  tx: Tx,
  { tenantId, kind, from, until }: TenantKeyRange,
): Promise<Record<string, number>> {
  if (kind !== 'statements') return {}
  const { rows } = await sql<{ parts: number }>`select count(*)::int as parts from reports.statement
    where tenant_id = ${tenantId}::uuid and split_from >= ${from}::uuid and split_from < ${until}::uuid
      and id >= ${until}::uuid`.execute(tx)
  return { 'reports.parts': rows[0]!.parts }
}
