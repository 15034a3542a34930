import type { Context } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { loadClockFacts } from '../clock-facts.ts'
import type { Item } from '../schema.ts'
import { findItem } from '../store/items.ts'
import { presentItem } from './present-item.ts'

/**
 * One item of those that row-level security shows the actor.
 * @throws `ledger.no-such-item`, also for an item that the actor may not see
 */
export async function getItem(ctx: Context, id: string): Promise<Item> {
  authorize(ctx, 'ledger.read')
  return ctx.transaction(async (tx) => {
    const item = await findItem(tx, { id })
    if (!item) throw notFound('ledger.no-such-item', { id })
    return presentItem(item, await loadClockFacts(ctx, tx))
  })
}
