import type { Context } from '../../../kernel/context.ts'
import { addDays } from '../../../kernel/day.ts'
import { notFound } from '../../../kernel/errors.ts'
import { isAllowed } from '../../../kernel/permissions.ts'
import { contextOfAccount, contextOfTenant } from '../../../platform/context-of-account.ts'
import { hashOfToken, isSameHash, tenantOfToken } from '../calendar-token.ts'
import { writeCalendar } from '../rules/calendar/write-calendar.ts'
import { findFeed } from '../store/calendar-feeds.ts'
import { itemDaysIn } from './list-item-days.ts'

const DAYS_BACK = 30
const DAYS_AHEAD = 400
const MOST = 2000

/**
 * The calendar behind an address: what its owner may see now, whoever asks. A wrong, a revoked address and one whose
 * owner has no account any more answer alike.
 * @throws `ledger.no-such-calendar`
 */
export async function readFeed(
  ctx: Context,
  { token, linkTo }: { token: string; linkTo: (path: string) => string | null },
): Promise<string> {
  const owner = await ownerOf(ctx, token)
  if (!owner || !isAllowed(owner.actor.grants, 'ledger.read')) throw notFound('ledger.no-such-calendar')
  const today = owner.clock.today()
  const span = { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD), most: MOST }
  const { days } = await owner.transaction((tx) => itemDaysIn(owner, tx, span))
  return writeCalendar({ days, language: ctx.locale === 'en' ? 'en' : 'zh', linkTo })
}

async function ownerOf(ctx: Context, token: string): Promise<Context | undefined> {
  const tenantId = tenantOfToken(token)
  if (!tenantId) return undefined
  const there = contextOfTenant(ctx, tenantId)
  const tokenHash = hashOfToken(token)
  const feed = await there.transaction((tx) => findFeed(tx, { tokenHash }))
  return feed && isSameHash(feed.tokenHash, tokenHash) ? contextOfAccount(there, feed.accountId) : undefined
}
