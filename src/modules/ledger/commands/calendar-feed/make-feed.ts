import type { Context } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { hashOfToken, newCalendarToken } from '../../calendar-token.ts'
import type { CalendarFeed } from '../../schema.ts'
import { insertFeed, revokeFeeds } from '../../store/calendar-feeds.ts'

/** A new calendar address of one's own; the former one ends. The path is told this once, only its hash is kept. */
export async function makeFeed(ctx: Context): Promise<CalendarFeed> {
  authorize(ctx, 'ledger.read')
  const token = newCalendarToken(ctx.tenantId)
  const createdAt = ctx.clock.now()
  const accountId = ctx.actor.userId
  await ctx.transaction(async (tx) => {
    await revokeFeeds(tx, accountId, createdAt)
    await insertFeed(tx, ctx.tenantId, { tokenHash: hashOfToken(token), accountId, createdAt })
    await journal(tx, ctx, {
      action: 'ledger.calendar-address-made',
      subject: { type: 'account', id: accountId },
    })
  })
  return { path: `/api/calendar/${token}.ics`, createdAt: createdAt.toISOString() }
}
