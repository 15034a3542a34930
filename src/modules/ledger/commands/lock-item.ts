import type { Tx } from '../../../kernel/context.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { changedFields } from '../rules/changed-fields.ts'
import { findItem, findVersion, type StoredItem } from '../store/items.ts'

/**
 * Locks an item for a change. A person who saw an older version is told what changed since, by whom and when;
 * nothing is overwritten.
 * @throws `ledger.no-such-item` also for one that the actor may not see, `ledger.item-changed`
 */
export async function lockItem(
  tx: Tx,
  { id, version }: { id: string; version?: number },
): Promise<StoredItem> {
  const item = await findItem(tx, { id }, { forUpdate: true })
  if (!item) throw notFound('ledger.no-such-item', { id })
  if (version !== undefined && version !== item.version) {
    const seen = await findVersion(tx, id, version)
    throw conflict('ledger.item-changed', {
      number: item.number,
      version: item.version,
      changedBy: item.changedBy,
      changedAt: item.changedAt,
      changes: seen ? changedFields(seen, item) : [],
    })
  }
  return item
}
