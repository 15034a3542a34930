import type { Context, Tx } from '../../../kernel/context.ts'
import { journal } from '../../../platform/journal/index.ts'
import type { StoredItem } from '../store/items.ts'

/** Journals what belongs to a locked item but leaves its own row as it is: a supporting unit's step, evidence. */
export async function noteEvent(
  ctx: Context,
  tx: Tx,
  { item, action, detail }: { item: StoredItem; action: string; detail: Readonly<Record<string, unknown>> },
): Promise<void> {
  await journal(tx, ctx, {
    action,
    subject: { type: 'item', id: item.id },
    detail: { number: item.number, round: item.round, ...detail },
  })
}
