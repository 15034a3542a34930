import type { Context, Tx } from '../../../kernel/context.ts'
import { conflict, notFound } from '../../../kernel/errors.ts'
import { describeChanges } from '../describe-changes.ts'
import { changedFields } from '../rules/changed-fields.ts'
import { findItem, findVersion, type StoredItem } from '../store/items.ts'
import { holdClock } from '../store/settings.ts'

/**
 * Locks an item for a change. A person who saw an older version is told what changed since, by whom and when, in the
 * sentence and as `changes`; nothing is overwritten. The clock is held first: its rules stay until the item is saved.
 * @throws `ledger.no-such-item` also for one that the actor may not see, `ledger.item-changed`
 */
export async function lockItem(
  ctx: Context,
  tx: Tx,
  { id, version }: { id: string; version?: number },
): Promise<StoredItem> {
  await holdClock(ctx, tx)
  const item = await findItem(tx, { id }, { forUpdate: true })
  if (!item) throw notFound('ledger.no-such-item', { id })
  if (version !== undefined && version !== item.version) {
    const { number, changedBy, changedAt } = item
    const seen = await findVersion(tx, id, version)
    const changes = seen ? changedFields(seen, item) : []
    const words = describeChanges({ changes, changedAt }, ctx.locale)
    throw conflict('ledger.item-changed', {
      number,
      version: item.version,
      changedBy,
      changedAt,
      changes,
      ...words,
    })
  }
  return item
}
