import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { thisTenant } from '../../../platform/database/index.ts'

/** What was done about an item, as far as it was reported. */
export interface ItemTrace {
  readonly itemId: string
  readonly lastReportOn: Day | null
  /** What the newest report says was done. */
  readonly done: string
  readonly evidence: number
  /** The newest verification. */
  readonly verifiedOn: Day | null
  readonly result: 'passed' | 'failed' | null
  readonly findings: string
}

/** Of many items at once: the newest report, how much evidence, the newest verification, all before an instant. */
export async function traceItems(tx: Tx, itemIds: readonly string[], before: Date): Promise<ItemTrace[]> {
  if (itemIds.length === 0) return []
  const { rows } = await sql<ItemTrace>`
    select asked.id as "itemId", report.reported_on as "lastReportOn", coalesce(report.done, '') as done,
      coalesce(evidence.count, 0)::int as evidence,
      verification.verified_on as "verifiedOn", verification.result, coalesce(verification.findings, '') as findings
    from unnest(${itemIds}::uuid[]) asked (id)
    left join lateral (
      select reported_on, done from ledger.progress_report r
      where r.tenant_id = ${thisTenant} and r.item_id = asked.id and r.reported_at < ${before}
      order by reported_at desc, r.id desc limit 1) report on true
    left join lateral (
      select count(*) from ledger.evidence e
      where e.tenant_id = ${thisTenant} and e.item_id = asked.id and e.added_at < ${before}) evidence on true
    left join lateral (
      select verified_on, result, findings from ledger.verification v
      where v.tenant_id = ${thisTenant} and v.item_id = asked.id and v.verified_at < ${before}
      order by verified_at desc, v.id desc limit 1) verification on true`.execute(tx)
  return rows
}
