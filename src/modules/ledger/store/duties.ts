import type { Selectable } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { StoredItem } from './items.ts'
import type { LedgerTables } from './tables.ts'
import { tables } from './tables.ts'

export type StoredDuty = Selectable<LedgerTables['ledger.duty']>

/** Makes the duties those of the units that the item names: new units get one, units no longer named lose theirs. */
export async function syncDuties(tx: Tx, tenantId: string, item: StoredItem): Promise<void> {
  const unitIds = [...(item.leadUnitId ? [item.leadUnitId] : []), ...item.supportingUnitIds]
  await tables(tx)
    .deleteFrom('ledger.duty')
    .where('item_id', '=', item.id)
    .where((eb) => (unitIds.length > 0 ? eb('unit_id', 'not in', unitIds) : eb.val(true)))
    .execute()
  // The former lead first becomes a supporter: an item has one lead at any moment.
  for (const [position, unitId] of [...unitIds.entries()].reverse()) {
    const role = unitId === item.leadUnitId ? ('lead' as const) : ('support' as const)
    await tables(tx)
      .insertInto('ledger.duty')
      .values({
        tenant_id: tenantId,
        item_id: item.id,
        unit_id: unitId,
        role,
        position,
        task: '',
        due_on: item.dispatchedOn ? item.dueOn : null,
        first_due_on: item.dispatchedOn ? item.dueOn : null,
        state: item.dispatchedOn ? 'dispatched' : 'pending',
        sign_by: item.dispatchedOn ? item.signBy : null,
        signed_on: null,
        signed_by: null,
        done_on: null,
        done_by: null,
        note: '',
        was_late: false,
      })
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'item_id', 'unit_id']).doUpdateSet({ role, position }),
      )
      .execute()
  }
}

export function listDuties(tx: Tx, itemId: string): Promise<StoredDuty[]> {
  return tables(tx)
    .selectFrom('ledger.duty')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('position')
    .execute()
}

export async function updateDuty(
  tx: Tx,
  { item_id, unit_id }: { item_id: string; unit_id: string },
  change: Partial<Omit<StoredDuty, 'item_stands'>>,
): Promise<void> {
  await tables(tx)
    .updateTable('ledger.duty')
    .set(change)
    .where('item_id', '=', item_id)
    .where('unit_id', '=', unit_id)
    .execute()
}
