import type { Context } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { journalAll } from '../../../platform/journal/index.ts'
import { endSessions } from '../store/sessions.ts'

/**
 * Ends one of the actor's own sessions, or all but the one that asks; answers how many.
 * @throws `identity.session-missing` for one that has ended or is somebody else's
 */
export async function endOwnSessions(
  ctx: Context,
  which: { only: string } | { except: string },
): Promise<number> {
  const { userId } = ctx.actor
  return ctx.transaction(async (tx) => {
    const ended = await endSessions(tx, { accountId: userId, ...which }, ctx.clock.now())
    if ('only' in which && ended.length === 0) throw notFound('identity.session-missing')
    const entry = (id: string) => ({ action: 'identity.session-ended', subject: { type: 'session', id } })
    await journalAll(tx, ctx, ended.map(entry))
    return ended.length
  })
}
