import type { Tx } from '../../../../kernel/context.ts'
import type { PartRef } from './matters.ts'
import { tables } from './tables.ts'

/** An item by which a shortfall is put right. */
export interface ShortfallItem {
  readonly partId: string
  readonly itemId: string
  readonly linkedBy: string
  readonly linkedAt: Date
}

/** The items of shortfalls, of the units that the actor sees. */
export async function selectShortfallItems(tx: Tx): Promise<ShortfallItem[]> {
  const rows = await tables(tx)
    .selectFrom('reviews.shortfall_item')
    .select(['part_id', 'item_id', 'linked_by', 'linked_at'])
    .orderBy('linked_at')
    .orderBy('item_id')
    .execute()
  return rows.map((row) => ({
    partId: row.part_id,
    itemId: row.item_id,
    linkedBy: row.linked_by,
    linkedAt: row.linked_at,
  }))
}

export interface LinkItem {
  readonly part: PartRef
  readonly unitId: string
  readonly itemId: string
  readonly at: Date
  readonly by: string
}

/** Links an item to a shortfall; once. */
export async function linkItem(
  tx: Tx,
  tenantId: string,
  { part, unitId, itemId, at, by }: LinkItem,
): Promise<void> {
  await tables(tx)
    .insertInto('reviews.shortfall_item')
    .values({
      tenant_id: tenantId,
      item_id: itemId,
      unit_id: unitId,
      statement_id: part.kind === 'statement' ? part.id : null,
      line_id: part.kind === 'line' ? part.id : null,
      linked_at: at,
      linked_by: by,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'part_id', 'item_id']).doNothing())
    .execute()
}

/** @returns whether there was such a link */
export async function unlinkItem(
  tx: Tx,
  { partId, itemId }: { partId: string; itemId: string },
): Promise<boolean> {
  const { numDeletedRows } = await tables(tx)
    .deleteFrom('reviews.shortfall_item')
    .where('part_id', '=', partId)
    .where('item_id', '=', itemId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
