import type { Context } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { revokeFeeds } from '../../store/calendar-feeds.ts'

/** Ends one's own calendar address. */
export async function revokeFeed(ctx: Context): Promise<void> {
  authorize(ctx, 'ledger.read')
  const accountId = ctx.actor.userId
  await ctx.transaction(async (tx) => {
    if ((await revokeFeeds(tx, accountId, ctx.clock.now())) === 0) return
    await journal(tx, ctx, {
      action: 'ledger.calendar-address-revoked',
      subject: { type: 'account', id: accountId },
    })
  })
}
