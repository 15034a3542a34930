import type { Context, Tx } from '../../../../kernel/context.ts'
import { journal } from '../../../../platform/journal/index.ts'
import type { AccountChange } from '../../store/account-changes.ts'
import { type StoredAccount, updateAccount, updatePassword } from '../../store/accounts.ts'
import { revokeTokens } from '../../store/api-tokens.ts'
import { deleteChallengesOf, deleteFactor } from '../../store/second-factor.ts'
import { endSessions } from '../../store/sessions.ts'

const ACTIONS = {
  'set-roles': 'identity.roles-granted',
  'reset-password': 'identity.password-reset',
  'reset-second-factor': 'identity.second-factor-reset',
  disable: 'identity.account-disabled',
  enable: 'identity.account-enabled',
} as const

/** Makes the change; whoever was signed in with what it takes away is signed out. */
export async function applyChange(
  ctx: Context,
  tx: Tx,
  { account, change }: { account: StoredAccount; change: AccountChange },
): Promise<void> {
  const { id } = account
  const now = ctx.clock.now()
  switch (change.kind) {
    case 'set-roles':
      await updateAccount(tx, id, { roles: [...change.roles!] })
      break
    case 'reset-password':
      await updatePassword(tx, id, {
        passwordHash: change.passwordHash!,
        passwordSetAt: now,
        mustChangePassword: true,
      })
      await revokeTokens(tx, { accountId: id }, now)
      await deleteChallengesOf(tx, id)
      break
    case 'reset-second-factor':
      await deleteFactor(tx, id)
      break
    case 'disable':
      await updateAccount(tx, id, { disabled_at: now })
      break
    case 'enable':
      await updateAccount(tx, id, { disabled_at: null })
  }
  const ended = change.kind === 'enable' ? [] : await endSessions(tx, { accountId: id }, now)
  await journal(tx, ctx, {
    action: ACTIONS[change.kind],
    subject: { type: 'account', id },
    detail: {
      endedSessions: ended.length,
      ...(change.roles ? { from: account.roles, to: change.roles } : {}),
    },
  })
}
