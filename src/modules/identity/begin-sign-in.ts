import type { Context, Tx } from '../../kernel/context.ts'
import type { PlainAccount } from '../../platform/module.ts'
import type { Origin } from './count-tries.ts'
import { openSession } from './open-session.ts'
import { hashSessionToken, newSessionToken } from './session-token.ts'
import { findFactorSince, insertChallenge } from './store/second-factor.ts'

/** Time to find the phone. */
const CHALLENGE_MS = 5 * 60_000

/** A session, or what must be sent back with a code of the second factor. */
export type SignInStep = { token: string } | { challenge: string; expiresAt: Date }

/** After the first proof of who somebody is: opens a session, or asks for the second factor where one is set up. */
export async function beginSignIn(
  ctx: Context,
  tx: Tx,
  { account, origin, proved }: { account: PlainAccount; origin: Origin; proved: 'password' | 'oidc' },
): Promise<SignInStep> {
  const since = await findFactorSince(tx, account.id)
  if (since === null) return { token: await openSession(ctx, tx, { account, origin, by: [proved] }) }
  const now = ctx.clock.now()
  const challenge = newSessionToken()
  const expiresAt = new Date(now.getTime() + CHALLENGE_MS)
  const row = { tokenHash: hashSessionToken(challenge), accountId: account.id, proved, expiresAt }
  await insertChallenge(tx, row, { tenantId: ctx.tenantId, createdAt: now })
  return { challenge, expiresAt }
}
