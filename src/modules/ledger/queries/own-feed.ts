import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import type { CalendarFeed } from '../schema.ts'
import { findFeed } from '../store/calendar-feeds.ts'

/** Whether one has a calendar address and since when; its path is not kept. */
export async function ownFeed(ctx: Context): Promise<CalendarFeed> {
  authorize(ctx, 'ledger.read')
  const feed = await ctx.transaction((tx) => findFeed(tx, { accountId: ctx.actor.userId }))
  return { path: null, createdAt: feed?.createdAt.toISOString() ?? null }
}
