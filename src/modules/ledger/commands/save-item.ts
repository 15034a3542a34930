import type { Context, Tx } from '../../../kernel/context.ts'
import { journal } from '../../../platform/journal/index.ts'
import type { ClockFacts } from '../clock-facts.ts'
import { turnsOf } from '../rules/item-clock.ts'
import { type StoredItem, updateItem } from '../store/items.ts'
import { tell } from '../tell.ts'
import { rollUp } from './roll-up.ts'

interface Saving {
  readonly before: StoredItem
  readonly after: StoredItem
  readonly facts: ClockFacts
  readonly entry: { action: string; detail: Readonly<Record<string, unknown>> }
}

/**
 * Stores a locked item as changed, with the days on which its light turns, brings the items above it up to date, tells
 * those whom it concerns, and journals it. The one way in which an item changes.
 */
export async function saveItem(
  ctx: Context,
  tx: Tx,
  { before, after, facts, entry }: Saving,
): Promise<StoredItem> {
  const stamped = {
    ...after,
    ...turnsOf(after, facts),
    changedAt: ctx.clock.now().toISOString(),
    changedBy: ctx.actor.name,
  }
  const saved = await updateItem(tx, ctx.tenantId, { before, after: stamped })
  if (saved.parentId !== null || before.parentId !== null) {
    await rollUp(ctx, tx, { parentIds: [before.parentId, saved.parentId], facts })
  }
  await tell(ctx, tx, { item: saved, happening: entry })
  await journal(tx, ctx, {
    action: entry.action,
    subject: { type: 'item', id: saved.id },
    detail: { number: saved.number, round: saved.round, version: saved.version, ...entry.detail },
  })
  return saved
}
