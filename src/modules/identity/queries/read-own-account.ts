import type { Context } from '../../../kernel/context.ts'
import { unauthenticated } from '../../../kernel/errors.ts'
import { NO_PASSWORD } from '../no-password.ts'
import { readSettings } from '../read-settings.ts'
import { needsSecondFactor } from '../rules/duties.ts'
import type { OwnAccount } from '../schema.ts'
import { findAccountById } from '../store/accounts.ts'
import { countRecoveryCodes, findFactorSince } from '../store/second-factor.ts'

const DAY_MS = 24 * 3_600_000

/** What the actor sees of their own account: how old the password is, whether a second factor is set up. */
export async function readOwnAccount(ctx: Context): Promise<OwnAccount> {
  return ctx.transaction(async (tx) => {
    const account = await findAccountById(tx, ctx.actor.userId)
    if (!account) throw unauthenticated('kernel.signed-out')
    const settings = await readSettings(tx)
    const { passwordLength, passwordClasses, passphraseLength, formerPasswords, passwordDays } = settings
    const since = await findFactorSince(tx, account.id)
    const changeBy =
      passwordDays === null || account.passwordHash === NO_PASSWORD
        ? null
        : new Date(account.passwordSetAt.getTime() + passwordDays * DAY_MS)
    return {
      username: account.username,
      name: account.name,
      roles: [...ctx.actor.roles],
      password: {
        setAt: account.passwordSetAt.toISOString(),
        changeBy: changeBy?.toISOString() ?? null,
        rules: { passwordLength, passwordClasses, passphraseLength, formerPasswords },
      },
      secondFactor: {
        since: since?.toISOString() ?? null,
        isForced: needsSecondFactor(account.roles, settings),
        recoveryCodesLeft: await countRecoveryCodes(tx, account.id),
      },
      tokenDays: settings.tokenDays,
    }
  })
}
