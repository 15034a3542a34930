import type { Tx } from '../../../../kernel/context.ts'
import { cycleTables } from '../cycle/tables.ts'

/** Attaches the published report to a review that was locked before, or takes it away; its version goes up. */
export async function updateReport(
  tx: Tx,
  { id, version }: { id: string; version: number },
  change: { reportId: string | null; at: Date; by: string },
): Promise<void> {
  await cycleTables(tx)
    .updateTable('reviews.review')
    .set({ report_id: change.reportId, version: version + 1, changed_at: change.at, changed_by: change.by })
    .where('id', '=', id)
    .execute()
}
