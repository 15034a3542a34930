import type { Context, Tx } from '../../kernel/context.ts'
import { notify } from '../inbox/index.ts'
import { openDirectory } from './reminders/directory.ts'
import { type Happening, planTelling } from './rules/reminders/plan-telling.ts'
import type { StoredItem } from './store/items.ts'

/** Tells those whom a change of an item concerns, in its transaction; never the one who made it. */
export async function tell(
  ctx: Context,
  tx: Tx,
  { item, happening }: { item: StoredItem; happening: Happening },
): Promise<void> {
  const telling = planTelling(item, happening)
  if (!telling) return
  const concerned = await openDirectory(ctx).recipients(tx, telling)
  const recipients = concerned.filter((id) => id !== ctx.actor.userId)
  const { kind, level, cause, params } = telling
  await notify(tx, ctx, { kind, level, cause, params, recipients, subject: { type: 'item', id: item.id } })
}
