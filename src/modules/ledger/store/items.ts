import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { columnsOf, itemOf, type StoredItem } from './item-columns.ts'
import { tables } from './tables.ts'
import { replaceWords } from './words.ts'

export type { StoredItem } from './item-columns.ts'

export type NewItem = Omit<StoredItem, 'number' | 'version'> & { tenantId: string; year: number }

/** Gives the next number of the year and stores the item. The counter stays locked until the transaction ends. */
export async function insertItem(tx: Tx, item: NewItem): Promise<StoredItem> {
  const sequence = await takeNumbers(tx, { tenantId: item.tenantId, year: item.year, count: 1 })
  const row = await tables(tx)
    .insertInto('ledger.item')
    .values({ ...newRow(item), sequence })
    .returningAll()
    .executeTakeFirstOrThrow()
  await replaceWords(tx, { tenantId: item.tenantId, itemId: item.id, text: searchTextOf(item) })
  return itemOf(row)
}

/** Reserves so many numbers of a year in a row and returns the first. */
export async function takeNumbers(
  tx: Tx,
  { tenantId, year, count }: { tenantId: string; year: number; count: number },
): Promise<number> {
  const { last } = await tables(tx)
    .insertInto('ledger.counter')
    .values({ tenant_id: tenantId, year, last: count })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'year']).doUpdateSet({ last: sql`counter.last + ${count}` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last - count + 1
}

/** A new item's columns without its number in the year. */
export function newRow(item: NewItem) {
  const { tenantId, year, source } = item
  return {
    ...columnsOf(item),
    tenant_id: tenantId,
    id: item.id,
    year,
    source_kind: source.kind,
    source: source.kind === 'by-hand' ? null : JSON.stringify(source),
    statement_id: source.kind === 'statement' ? source.statementId : null,
    created_at: new Date(item.createdAt),
    created_by: item.createdBy,
  }
}

/** What search finds an item by, beside its number. */
export function searchTextOf(item: Pick<StoredItem, 'title' | 'content' | 'target'>): string {
  return [item.title, item.content, item.target].join('\n')
}

/** An item that is not withdrawn and that the actor may see; `forUpdate` locks it. */
export async function findItem(
  tx: Tx,
  by: { id: string } | { statementId: string },
  options: { forUpdate?: boolean } = {},
): Promise<StoredItem | undefined> {
  let query = tables(tx).selectFrom('ledger.item').selectAll()
  query =
    'id' in by
      ? query.where('id', '=', by.id)
      : query.where('statement_id', '=', by.statementId).where('withdrawn_at', 'is', null)
  if (options.forUpdate) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  return row && itemOf(row)
}

/** The item that carries an office's own number, if one does and is not withdrawn. */
export async function findByExternalNumber(tx: Tx, externalNumber: string): Promise<StoredItem | undefined> {
  const row = await tables(tx)
    .selectFrom('ledger.item')
    .selectAll()
    .where('external_number', '=', externalNumber)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row && itemOf(row)
}

/** Stores a locked item; the version it superseded goes to the history (trigger). */
export async function updateItem(
  tx: Tx,
  tenantId: string,
  { before, after }: { before: StoredItem; after: StoredItem },
): Promise<StoredItem> {
  const isWithdrawn = after.state === 'withdrawn'
  const { issuer_unit_id: _, ...columns } = columnsOf(after)
  const row = await tables(tx)
    .updateTable('ledger.item')
    .set({
      ...columns,
      version: before.version + 1,
      ...(isWithdrawn ? { withdrawn_at: new Date(after.changedAt), withdrawn_by: after.changedBy } : {}),
    })
    .where('id', '=', after.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  if (searchTextOf(before) !== searchTextOf(after)) {
    await replaceWords(tx, { tenantId, itemId: after.id, text: searchTextOf(after) })
  }
  return itemOf(row)
}

/** An item as it was in one of its versions, if that was superseded. */
export async function findVersion(tx: Tx, id: string, version: number): Promise<StoredItem | undefined> {
  const row = await tables(tx)
    .selectFrom('ledger.item_history')
    .selectAll()
    .where('id', '=', id)
    .where('version', '=', version)
    .where('recount', '=', 0)
    .executeTakeFirst()
  return row && itemOf(row)
}

/** The superseded versions of an item, oldest first; one whose turning days were computed anew is told once. */
export async function listVersions(tx: Tx, id: string): Promise<StoredItem[]> {
  const rows = await tables(tx)
    .selectFrom('ledger.item_history')
    .selectAll()
    .where('id', '=', id)
    .where('recount', '=', 0)
    .where('version', '<', tables(tx).selectFrom('ledger.item').select('version').where('id', '=', id))
    .orderBy('version')
    .execute()
  return rows.map(itemOf)
}

/** The numbers of those items that the actor may see. */
export async function findNumbers(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tables(tx)
    .selectFrom('ledger.item')
    .select(['id', 'number'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, number }) => [id, number]))
}

/** How an item is named where another one points at it. */
export async function findItemName(
  tx: Tx,
  id: string,
): Promise<{ id: string; number: string; title: string } | undefined> {
  return tables(tx)
    .selectFrom('ledger.item')
    .select(['id', 'number', 'title'])
    .where('id', '=', id)
    .executeTakeFirst()
}
