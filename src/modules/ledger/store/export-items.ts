import type { Tx } from '../../../kernel/context.ts'
import type { StoredItem } from './item-columns.ts'
import type { ItemFilter } from './item-filter.ts'
import { type ItemOrder, selectItems } from './list-items.ts'
import { tables } from './tables.ts'

const BATCH = 500

/** All items that a filter lets through, batch by batch, in the order of the list. One snapshot: the caller's transaction. */
export async function* eachBatch(
  tx: Tx,
  filter: ItemFilter,
  order: Pick<ItemOrder, 'sort' | 'unitOrder'>,
): AsyncGenerator<StoredItem[]> {
  for (let offset = 0; ; offset += BATCH) {
    const items = await selectItems(tx, filter, { ...order, limit: BATCH, offset })
    if (items.length > 0) yield items
    if (items.length < BATCH) return
  }
}

/** Numbers of items by id; of those that the actor may see. */
export async function numbersOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tables(tx)
    .selectFrom('ledger.item')
    .select(['id', 'number'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}
