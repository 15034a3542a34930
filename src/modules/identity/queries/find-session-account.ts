import type { Context, Tx } from '../../../kernel/context.ts'
import type { Account } from '../../../platform/module.ts'
import { isLive, shouldNote } from '../rules/session-limits.ts'
import { hashSessionToken } from '../session-token.ts'
import { findSession, updateSession } from '../store.ts'

/** Whose live session the token opens. Notes that it was seen, which is no event for the journal. */
export async function findSessionAccount(ctx: Context, tx: Tx, token: string): Promise<Account | undefined> {
  const now = ctx.clock.now()
  const session = await findSession(tx, hashSessionToken(token))
  if (!session || !isLive(session, now)) return undefined
  if (shouldNote(session, now)) await updateSession(tx, session.id, { lastSeenAt: now })
  return session.account
}
