import type { Context } from '../../../kernel/context.ts'
import type { ListMessages, MessagePage } from '../schema.ts'
import { sentenceOf } from '../sentences.ts'
import { countUnread, selectMessages } from '../store/messages.ts'

/** A page of what the actor was told, the newest first, in the language of the request. */
export async function listMessages(ctx: Context, input: ListMessages): Promise<MessagePage> {
  const { show, level, page, pageSize } = input
  const accountId = ctx.actor.userId
  return ctx.transaction(async (tx) => {
    const asOf = ctx.clock.now().toISOString()
    const filter = { accountId, isUnread: show === 'unread', level }
    const found = await selectMessages(tx, filter, { limit: pageSize, offset: (page - 1) * pageSize })
    const messages = found.messages.map((message) => ({
      id: message.id,
      kind: message.kind,
      level: message.level,
      title: sentenceOf(ctx, message, ctx.locale),
      subject: message.subject,
      createdAt: message.createdAt.toISOString(),
      readAt: message.readAt?.toISOString() ?? null,
    }))
    const isAllUnread = filter.isUnread && level === undefined
    const unread = isAllUnread ? found.total : await countUnread(tx, accountId)
    return { messages, total: found.total, unread, page, pageSize, asOf }
  })
}
