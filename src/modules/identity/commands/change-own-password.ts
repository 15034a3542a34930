import type { Context } from '../../../kernel/context.ts'
import { journal } from '../../../platform/journal/index.ts'
import { checkNotUsed, checkPassword, hashPassword } from '../passwords.ts'
import { proveOwnPassword } from '../prove-own-password.ts'
import { readSettings } from '../read-settings.ts'
import type { ChangePassword } from '../schema.ts'
import { updatePassword } from '../store/accounts.ts'
import { keepFormerPassword } from '../store/former-passwords.ts'
import { deleteChallengesOf } from '../store/second-factor.ts'
import { endSessions } from '../store/sessions.ts'

/**
 * Replaces the actor's password and ends the account's other sessions: whoever had the old one is out.
 * @throws what `proveOwnPassword`, `checkPassword` and `checkNotUsed` throw
 */
export async function changeOwnPassword(
  ctx: Context,
  input: ChangePassword,
  { sessionId, address }: { sessionId: string; address: string },
): Promise<void> {
  await proveOwnPassword(ctx, { password: input.currentPassword, address }, async (tx, account) => {
    const settings = await readSettings(tx)
    checkPassword(input.newPassword, [account.username, account.name], settings)
    const count = settings.formerPasswords
    await checkNotUsed(tx, account, { password: input.newPassword, count })
    const now = ctx.clock.now()
    const former = { accountId: account.id, passwordHash: account.passwordHash, count }
    await keepFormerPassword(tx, former, { tenantId: ctx.tenantId, createdAt: now })
    const passwordHash = await hashPassword(input.newPassword)
    await updatePassword(tx, account.id, { passwordHash, passwordSetAt: now, mustChangePassword: false })
    await deleteChallengesOf(tx, account.id)
    const ended = await endSessions(tx, { accountId: account.id, except: sessionId }, now)
    const subject = { type: 'account', id: account.id }
    await journal(tx, ctx, {
      action: 'identity.password-changed',
      subject,
      detail: { endedSessions: ended.length },
    })
  })
}
