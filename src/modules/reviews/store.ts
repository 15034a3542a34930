import type { Tx } from '../../kernel/context.ts'

interface VerdictTable {
  tenant_id: string
  earlier_id: string
  later_id: string
  unit_id: string
  verdict: 'confirmed' | 'dismissed'
  likeness: number
  decided_by: string
  decided_at: Date
}

export interface Verdict {
  readonly earlierId: string
  readonly laterId: string
  readonly unitId: string
  readonly verdict: VerdictTable['verdict']
  readonly likeness: number
  readonly decidedBy: string
  readonly decidedAt: Date
}

const tables = (tx: Tx) => tx.withTables<{ 'reviews.recurrence_verdict': VerdictTable }>()

/** What people decided, of the units that the actor sees. */
export async function selectVerdicts(tx: Tx): Promise<Verdict[]> {
  const rows = await tables(tx).selectFrom('reviews.recurrence_verdict').selectAll().execute()
  return rows.map((row) => ({
    earlierId: row.earlier_id,
    laterId: row.later_id,
    unitId: row.unit_id,
    verdict: row.verdict,
    likeness: row.likeness,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
  }))
}

/** Stores a verdict in place of an earlier one of the same pair. */
export async function upsertVerdict(tx: Tx, tenantId: string, verdict: Verdict): Promise<void> {
  const decided = {
    verdict: verdict.verdict,
    likeness: verdict.likeness,
    decided_by: verdict.decidedBy,
    decided_at: verdict.decidedAt,
  }
  await tables(tx)
    .insertInto('reviews.recurrence_verdict')
    .values({
      tenant_id: tenantId,
      earlier_id: verdict.earlierId,
      later_id: verdict.laterId,
      unit_id: verdict.unitId,
      ...decided,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'earlier_id', 'later_id']).doUpdateSet(decided))
    .execute()
}
