import type { Context, Tx } from '../../../kernel/context.ts'
import type { SessionHolder } from '../../../platform/module.ts'
import { dutiesOf } from '../rules/duties.ts'
import { settingsOf } from '../rules/security-settings.ts'
import { isLive, shouldNote } from '../rules/session-limits.ts'
import { hashSessionToken } from '../session-token.ts'
import { findSession, updateLastSeen } from '../store/sessions.ts'

/** Whose live session the token opens. Notes that it was seen, which is no event for the journal. */
export async function findSessionAccount(
  ctx: Context,
  tx: Tx,
  token: string,
): Promise<SessionHolder | undefined> {
  const now = ctx.clock.now()
  const session = await findSession(tx, hashSessionToken(token), ctx.clock.today())
  if (!session || session.isDisabled) return undefined
  const settings = settingsOf(session.settings)
  if (!isLive(session, now, settings.idleMinutes)) return undefined
  if (shouldNote(session, now)) await updateLastSeen(tx, session.id, now)
  return { sessionId: session.id, account: session.account, duties: dutiesOf(session, settings, now) }
}
