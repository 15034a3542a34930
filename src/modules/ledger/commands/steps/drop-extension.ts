import type { Context, Tx } from '../../../../kernel/context.ts'
import { decidePending } from '../../store/extensions.ts'
import type { StoredItem } from '../../store/items.ts'

/** Drops the request for an extension that waits, if one does: what it asked for no longer matters. */
export async function dropExtension(
  ctx: Context,
  tx: Tx,
  { id, hasPendingExtension }: StoredItem,
): Promise<{ hasPendingExtension: false }> {
  if (hasPendingExtension) {
    await decidePending(tx, id, {
      state: 'dropped',
      decided_at: ctx.clock.now(),
      decider_id: ctx.actor.userId,
      decider: ctx.actor.name,
      decision: '',
    })
  }
  return { hasPendingExtension: false }
}
