import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { KeptQuery } from '../rules/read-item-query.ts'
import { tables } from './tables.ts'

export interface StoredView {
  readonly id: string
  readonly ownerId: string
  readonly owner: string
  readonly name: string
  readonly query: KeptQuery
  readonly isShared: boolean
  readonly createdAt: Date
}

/** A person's own views and those that others share, by name. */
export async function listViews(tx: Tx, ownerId: string): Promise<StoredView[]> {
  const rows = await tables(tx)
    .selectFrom('ledger.saved_view')
    .selectAll()
    .where((eb) => eb.or([eb('owner_id', '=', ownerId), eb('is_shared', '=', true)]))
    .orderBy('name')
    .orderBy('created_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    ownerId: row.owner_id,
    owner: row.owner,
    name: row.name,
    query: row.query as KeptQuery,
    isShared: row.is_shared,
    createdAt: row.created_at,
  }))
}

export async function insertView(tx: Tx, tenantId: string, view: StoredView): Promise<void> {
  await tables(tx)
    .insertInto('ledger.saved_view')
    .values({
      tenant_id: tenantId,
      id: view.id,
      owner_id: view.ownerId,
      owner: view.owner,
      name: view.name,
      query: JSON.stringify(view.query),
      is_shared: view.isShared,
      created_at: view.createdAt,
    })
    .execute()
}

export async function deleteView(tx: Tx, id: string): Promise<void> {
  await tables(tx).deleteFrom('ledger.saved_view').where('id', '=', id).execute()
}

/** How many views a person keeps; serialised, so that two at once cannot pass a limit together. */
export async function countViews(tx: Tx, ownerId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`ledger.saved_view ${ownerId}`}))`.execute(tx)
  const { count } = await tables(tx)
    .selectFrom('ledger.saved_view')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('owner_id', '=', ownerId)
    .executeTakeFirstOrThrow()
  return count
}
