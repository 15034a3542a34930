import { z } from 'zod'
import type { Context, Tx } from '../../../../kernel/context.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { revokeFeeds } from '../../store/calendar-feeds.ts'

const Payload = z.object({ accountId: z.uuid() })

/** Ends the calendar address of an account that was given a new password: whoever had the old one may have made it. */
export async function endFeedsOf(ctx: Context, tx: Tx, payload: unknown): Promise<void> {
  const { accountId } = Payload.parse(payload)
  if ((await revokeFeeds(tx, accountId, ctx.clock.now())) === 0) return
  await journal(tx, ctx, {
    action: 'ledger.calendar-address-revoked',
    subject: { type: 'account', id: accountId },
  })
}
