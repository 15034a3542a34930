import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import type { StoredItem } from './items.ts'

export interface StoredStepFacts {
  readonly parts: number
  readonly closedParts: number
  readonly parentState: StoredItem['state'] | null
  readonly evidence: number
  readonly askerId: string | null
  readonly askedFor: readonly string[] | null
  readonly reporterId: string | null
  readonly reportingUnitId: string | null
  readonly reportedFor: readonly string[] | null
}

/** What other rows say about an item's next steps. Parts and parent count whether the actor sees them or not. */
export async function findStepFacts(
  tx: Tx,
  { id, round, parentId }: Pick<StoredItem, 'id' | 'round' | 'parentId'>,
): Promise<StoredStepFacts> {
  const { rows } = await sql<StoredStepFacts>`
    select parts.count as parts, parts.closed as "closedParts",
      (select state from ledger.item where tenant_id = ${thisTenant} and id = ${parentId}) as "parentState",
      (select count(*)::int from ledger.evidence
        where tenant_id = ${thisTenant} and item_id = ${id} and round = ${round}) as evidence,
      (select asker_id from ledger.extension
        where tenant_id = ${thisTenant} and item_id = ${id} and state = 'pending') as "askerId",
      (select in_name_of from ledger.extension
        where tenant_id = ${thisTenant} and item_id = ${id} and state = 'pending') as "askedFor",
      completion.reporter_id as "reporterId", completion.unit_id as "reportingUnitId",
      completion.in_name_of as "reportedFor"
    from (
      select count(*)::int as count, (count(*) filter (where state = 'closed'))::int as closed
      from ledger.item where tenant_id = ${thisTenant} and parent_id = ${id} and state <> 'withdrawn'
    ) parts left join (
      select reporter_id, unit_id, in_name_of from ledger.progress_report
      where tenant_id = ${thisTenant} and item_id = ${id} and round = ${round} and kind = 'completion'
      order by reported_at desc, id desc limit 1
    ) completion on true`.execute(tx)
  return rows[0]!
}
