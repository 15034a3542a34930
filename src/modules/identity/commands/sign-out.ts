import type { Context } from '../../../kernel/context.ts'
import { journal } from '../../../platform/journal/index.ts'
import { asAccount } from '../as-account.ts'
import { hashSessionToken } from '../session-token.ts'
import { endSessions, findSession } from '../store/sessions.ts'

/** Ends the session of the token for good; ending it twice changes nothing. */
export async function signOut(ctx: Context, token: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const session = await findSession(tx, hashSessionToken(token), ctx.clock.today())
    if (!session || session.endedAt) return
    await endSessions(tx, { accountId: session.account.id, only: session.id }, ctx.clock.now())
    const subject = { type: 'session', id: session.id }
    await journal(tx, asAccount(ctx, session.account), { action: 'identity.signed-out', subject })
  })
}
