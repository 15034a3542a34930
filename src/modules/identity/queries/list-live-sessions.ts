import type { Context } from '../../../kernel/context.ts'
import { readSettings } from '../read-settings.ts'
import { isLive } from '../rules/session-limits.ts'
import type { SessionLine } from '../schema.ts'
import { listSessions } from '../store/sessions.ts'

/** The live sessions of an account, newest first; `current` is the one that asks. */
export async function listLiveSessions(
  ctx: Context,
  accountId: string,
  current: string | null,
): Promise<SessionLine[]> {
  const now = ctx.clock.now()
  return ctx.transaction(async (tx) => {
    const { idleMinutes } = await readSettings(tx)
    const live = (await listSessions(tx, accountId, now)).filter((each) => isLive(each, now, idleMinutes))
    return live.map(({ id, device, address, createdAt, lastSeenAt }) => ({
      id,
      device,
      address,
      since: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      isCurrent: id === current,
    }))
  })
}
