import type { Context, Tx } from '../../kernel/context.ts'
import { newId } from '../../kernel/ids.ts'
import { journal } from '../../platform/journal/index.ts'
import type { PlainAccount } from '../../platform/module.ts'
import { asAccount } from './as-account.ts'
import type { Origin } from './count-tries.ts'
import { readSettings } from './read-settings.ts'
import { deviceName } from './rules/device-name.ts'
import { sessionEnd } from './rules/session-limits.ts'
import { shortAddress } from './rules/short-address.ts'
import { hashSessionToken, newSessionToken } from './session-token.ts'
import { insertSession } from './store/sessions.ts'

/** Begins a session of somebody who has proved who they are, and returns its secret. */
export async function openSession(
  ctx: Context,
  tx: Tx,
  { account, origin, by }: { account: PlainAccount; origin: Origin; by: readonly string[] },
): Promise<string> {
  const now = ctx.clock.now()
  const token = newSessionToken()
  const { sessionHours } = await readSettings(tx)
  const session = {
    id: newId(),
    accountId: account.id,
    tokenHash: hashSessionToken(token),
    device: deviceName(origin.userAgent),
    address: shortAddress(origin.address),
    expiresAt: sessionEnd(now, sessionHours),
  }
  await insertSession(tx, session, { tenantId: ctx.tenantId, createdAt: now })
  await journal(tx, asAccount(ctx, account), {
    action: 'identity.signed-in',
    subject: { type: 'session', id: session.id },
    detail: { by, address: session.address },
  })
  return token
}
