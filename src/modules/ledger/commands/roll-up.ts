import type { Context, Tx } from '../../../kernel/context.ts'
import { journal } from '../../../platform/journal/index.ts'
import type { ClockFacts } from '../clock-facts.ts'
import { turnsOf } from '../rules/item-clock.ts'
import { findItem, updateItem } from '../store/items.ts'
import { aboveOwnScope, progressOfParts } from '../store/tree.ts'

/**
 * Brings the progress of items up to that of their parts, level by level. At most two levels lie above an item.
 * Children are locked before their parents, always in this order.
 */
export async function rollUp(
  ctx: Context,
  tx: Tx,
  { parentIds, facts }: { parentIds: readonly (string | null)[]; facts: ClockFacts },
): Promise<void> {
  const ids = [...new Set(parentIds)].filter((id) => id !== null).sort()
  await aboveOwnScope(tx, async () => {
    for (const id of ids) await rollUpOne(ctx, tx, { id, facts })
  })
}

async function rollUpOne(
  ctx: Context,
  tx: Tx,
  { id, facts }: { id: string; facts: ClockFacts },
): Promise<void> {
  const parent = await findItem(tx, { id }, { forUpdate: true })
  if (!parent || parent.state === 'withdrawn') return
  const progress = (await progressOfParts(tx, id)) ?? parent.progress
  if (progress === parent.progress) return
  const after = { ...parent, progress, changedAt: ctx.clock.now().toISOString(), changedBy: ctx.actor.name }
  await updateItem(tx, ctx.tenantId, { before: parent, after: { ...after, ...turnsOf(after, facts) } })
  if (parent.parentId !== null) await rollUpOne(ctx, tx, { id: parent.parentId, facts })
  await journal(tx, ctx, {
    action: 'ledger.item-rolled-up',
    subject: { type: 'item', id },
    detail: { number: parent.number, version: parent.version + 1, before: parent.progress, after: progress },
  })
}
