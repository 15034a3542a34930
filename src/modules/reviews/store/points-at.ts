import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { TenantKeyRange } from '../../../platform/module.ts'

/** Matters, items made of shortfalls and verdicts of comparisons that rest on a statement of a range. */
export async function pointsAt(
  tx: Tx,
  { tenantId, kind, from, until }: TenantKeyRange,
): Promise<Record<string, number>> {
  if (kind !== 'statements') return {}
  const { rows } = await sql<Record<string, number>>`select
      (select count(*)::int from reviews.matter_part where tenant_id = ${tenantId}::uuid
        and statement_id >= ${from}::uuid and statement_id < ${until}::uuid)
      + (select count(*)::int from reviews.shortfall_item where tenant_id = ${tenantId}::uuid
        and statement_id >= ${from}::uuid and statement_id < ${until}::uuid) as "reviews.matters",
      (select count(*)::int from reviews.comparison_verdict where tenant_id = ${tenantId}::uuid
        and statement_id >= ${from}::uuid and statement_id < ${until}::uuid)
      + (select count(*)::int from reviews.recurrence_verdict where tenant_id = ${tenantId}::uuid
        and (earlier_id >= ${from}::uuid and earlier_id < ${until}::uuid
          or later_id >= ${from}::uuid and later_id < ${until}::uuid)) as "reviews.verdicts"`.execute(tx)
  return rows[0]!
}
