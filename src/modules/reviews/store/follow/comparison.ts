import type { Tx } from '../../../../kernel/context.ts'
import { type ComparisonTable, tables } from './tables.ts'

/** Whether a line of a book and a statement of the published report say the same, as a person decided. */
export interface ComparisonVerdict {
  readonly reviewId: string
  readonly lineId: string
  readonly statementId: string
  readonly unitId: string
  readonly verdict: ComparisonTable['verdict']
  readonly decidedAt: Date
  readonly decidedBy: string
}

/** What was decided of one review, or of all. */
export async function selectComparison(tx: Tx, reviewId?: string): Promise<ComparisonVerdict[]> {
  let query = tables(tx).selectFrom('reviews.comparison_verdict').selectAll()
  if (reviewId !== undefined) query = query.where('review_id', '=', reviewId)
  const rows = await query.orderBy('decided_at').orderBy('line_id').orderBy('statement_id').execute()
  return rows.map((row) => ({
    reviewId: row.review_id,
    lineId: row.line_id,
    statementId: row.statement_id,
    unitId: row.unit_id,
    verdict: row.verdict,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
  }))
}

/** Stores a verdict in place of an earlier one of the same pair. */
export async function upsertComparison(tx: Tx, tenantId: string, verdict: ComparisonVerdict): Promise<void> {
  const decided = {
    verdict: verdict.verdict,
    decided_at: verdict.decidedAt,
    decided_by: verdict.decidedBy,
  }
  await tables(tx)
    .insertInto('reviews.comparison_verdict')
    .values({
      ...decided,
      tenant_id: tenantId,
      review_id: verdict.reviewId,
      line_id: verdict.lineId,
      statement_id: verdict.statementId,
      unit_id: verdict.unitId,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'review_id', 'line_id', 'statement_id']).doUpdateSet(decided),
    )
    .execute()
}
