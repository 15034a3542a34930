import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Extension } from '../schema.ts'
import { type LedgerTables, tables } from './tables.ts'

export type StoredExtension = Selectable<LedgerTables['ledger.extension']>

export async function insertExtension(
  tx: Tx,
  row: Insertable<LedgerTables['ledger.extension']>,
): Promise<void> {
  await tables(tx).insertInto('ledger.extension').values(row).execute()
}

export async function findExtension(
  tx: Tx,
  { itemId, id }: { itemId: string; id: string },
): Promise<StoredExtension | undefined> {
  return tables(tx)
    .selectFrom('ledger.extension')
    .selectAll()
    .where('item_id', '=', itemId)
    .where('id', '=', id)
    .executeTakeFirst()
}

type Decision = Pick<StoredExtension, 'state' | 'decided_at' | 'decider_id' | 'decider' | 'decision'>

/** Decides the request that waits, of which an item has one at most. */
export async function decidePending(tx: Tx, itemId: string, decision: Decision): Promise<void> {
  await tables(tx)
    .updateTable('ledger.extension')
    .set(decision)
    .where('item_id', '=', itemId)
    .where('state', '=', 'pending')
    .execute()
}

/** The extensions that were asked for, oldest first. */
export async function listExtensions(tx: Tx, itemId: string): Promise<Extension[]> {
  const rows = await tables(tx)
    .selectFrom('ledger.extension')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    round: row.round,
    unitId: row.unit_id,
    fromDue: row.from_due,
    toDue: row.to_due,
    reason: row.reason,
    askedAt: row.asked_at.toISOString(),
    asker: row.asker,
    state: row.state,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decider: row.decider,
    decision: row.decision,
  }))
}
