import type { Context, Tx } from '../../../../kernel/context.ts'
import type { Role } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { administratorOf } from '../../rules/account-change.ts'
import type { AccountChange } from '../../store/account-changes.ts'
import { type StoredAccount, updateAccount, updatePassword } from '../../store/accounts.ts'
import { revokeTokens } from '../../store/api-tokens.ts'
import { type Assignment, deleteAssignments, listAssignments } from '../../store/assignments.ts'
import { deleteChallengesOf, deleteFactor } from '../../store/second-factor.ts'
import { endSessions } from '../../store/sessions.ts'
import { grantStanding } from '../grant-standing.ts'

const ACTIONS = {
  'set-roles': 'identity.roles-granted',
  'reset-password': 'identity.password-reset',
  'reset-second-factor': 'identity.second-factor-reset',
  disable: 'identity.account-disabled',
  enable: 'identity.account-enabled',
} as const

/**
 * The standing roles at the account's own unit become these; what is held elsewhere or for some days stays, unless the
 * account becomes an administrator's, which holds nothing else.
 */
async function replaceRoles(
  ctx: Context,
  tx: Tx,
  { accountId, roles }: { accountId: string; roles: readonly Role[] },
): Promise<string[]> {
  const administrator = administratorOf(roles)
  const former = (await listAssignments(tx, accountId)).filter(
    (each) => administrator.length > 0 || isStanding(each),
  )
  const going = former.filter(({ role }) => !roles.some((each) => each === role) || administrator.length > 0)
  const standing = former.filter(isStanding).map(({ role }) => role)
  const coming = roles.filter((role) => !standing.includes(role))
  await deleteAssignments(
    tx,
    accountId,
    going.map(({ id }) => id),
  )
  await updateAccount(tx, accountId, { roles: administrator })
  await grantStanding(ctx, tx, { accountId, roles: coming })
  return former.map(({ role }) => role)
}

const isStanding = ({ unitId, fromOn, untilOn }: Assignment) =>
  unitId === null && fromOn === null && untilOn === null

/** Makes the change; whoever was signed in with what it takes away is signed out. */
export async function applyChange(
  ctx: Context,
  tx: Tx,
  { account, change }: { account: StoredAccount; change: AccountChange },
): Promise<void> {
  const { id } = account
  const now = ctx.clock.now()
  let replaced: readonly string[] = []
  switch (change.kind) {
    case 'set-roles':
      replaced = await replaceRoles(ctx, tx, { accountId: id, roles: change.roles! })
      break
    case 'reset-password':
      await updatePassword(tx, id, {
        passwordHash: change.passwordHash!,
        passwordSetAt: now,
        mustChangePassword: true,
      })
      await revokeTokens(tx, { accountId: id }, now)
      await deleteChallengesOf(tx, id)
      await ctx.emit(tx, { type: 'identity.password-reset', payload: { accountId: id } })
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
      ...(change.roles ? { from: [...account.roles, ...replaced], to: change.roles } : {}),
    },
  })
}
