import type { Context } from '../../../kernel/context.ts'
import type { MarkRead, Unread } from '../schema.ts'
import { countUnread, markMessages } from '../store/messages.ts'

/** Marks messages of the actor as read; those of others are not there for him. Not journalled: reading is no event. */
export async function markRead(ctx: Context, input: MarkRead): Promise<Unread> {
  const accountId = ctx.actor.userId
  const which = 'ids' in input ? { ids: input.ids } : { upTo: new Date(input.upTo) }
  return ctx.transaction(async (tx) => {
    await markMessages(tx, { accountId, ...which }, ctx.clock.now())
    return { unread: await countUnread(tx, accountId) }
  })
}
