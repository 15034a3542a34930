import type { Context, Tx } from '../../../kernel/context.ts'
import type { TokenHolder } from '../../../platform/module.ts'
import { dutiesOf, isAdministrator } from '../rules/duties.ts'
import { settingsOf } from '../rules/security-settings.ts'
import { shouldNote } from '../rules/session-limits.ts'
import { hashSessionToken } from '../session-token.ts'
import { findToken, updateLastUsed } from '../store/api-tokens.ts'

/** Who a live API token acts for. An account that has a duty to do, or has become an administrator's, lends nothing. */
export async function findTokenHolder(
  ctx: Context,
  tx: Tx,
  secret: string,
): Promise<TokenHolder | undefined> {
  const now = ctx.clock.now()
  const token = await findToken(tx, hashSessionToken(secret), { now, today: ctx.clock.today() })
  if (!token || token.isDisabled || isAdministrator(token.account.roles)) return undefined
  if (dutiesOf(token, settingsOf(token.settings), now).length > 0) return undefined
  if (shouldNote(token, now)) await updateLastUsed(tx, token.id, now)
  const { id, name, account, permissions } = token
  return { tokenId: id, tokenName: name, account, permissions }
}
