import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import type { StoredItem } from './item-columns.ts'

/** An item as it was entered, whatever became of it since. */
export type EnteredItem = Pick<
  StoredItem,
  'id' | 'number' | 'title' | 'leadUnitId' | 'supportingUnitIds' | 'dueOn' | 'state'
> & { readonly sequence: number }

/** Items of a year as they were entered, by their numbers in a row: those after one, up to another. */
export async function selectEntered(
  tx: Tx,
  { year, after, until, limit }: { year: number; after: number; until: number; limit: number },
): Promise<EnteredItem[]> {
  const { rows } = await sql<EnteredItem>`
    select item.id, item.number, item.sequence, entered.title, entered.lead_unit_id as "leadUnitId",
      entered.supporting_unit_ids as "supportingUnitIds", entered.due_on as "dueOn", entered.state
    from ledger.item item, lateral (
      select item.title, item.lead_unit_id, item.supporting_unit_ids, item.due_on, item.state where item.version = 1
      union all
      select former.title, former.lead_unit_id, former.supporting_unit_ids, former.due_on, former.state
      from ledger.item_history former
      where former.tenant_id = ${thisTenant} and item.version > 1 and former.id = item.id and former.version = 1 and former.recount = 0
    ) entered
    where item.tenant_id = ${thisTenant} and item.year = ${year} and item.sequence > ${after} and item.sequence <= ${until}
    order by item.sequence limit ${limit}`.execute(tx)
  return rows
}
