import type { Context, Tx } from '../../../../kernel/context.ts'
import { conflict, invalid, notFound } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { checkUnit } from '../../check-unit.ts'
import { accountKey } from '../../count-tries.ts'
import { knownRoles } from '../../known-roles.ts'
import { newPassword } from '../../new-password.ts'
import { hashPassword } from '../../passwords.ts'
import { refuseAlike } from '../../refuse-alike.ts'
import { isBoundToUnit } from '../../rules/role-permissions.ts'
import type { AccountFacts, ChangeOutcome, NewAccount } from '../../schema/accounts.ts'
import { findAccountToChange, insertAccount, updateAccount } from '../../store/accounts.ts'
import { listAssignments } from '../../store/assignments.ts'
import { endSessions } from '../../store/sessions.ts'
import { deleteTries } from '../../store/tries.ts'
import { askForChange, getAccountToChange } from './ask-for-change.ts'

/**
 * Adds an account that holds no role yet, with a password to be changed at the first sign-in; it is shown this once.
 * @throws `identity.username-taken`, `identity.username-alike`, `identity.unit-unknown`
 */
export async function addAccount(
  ctx: Context,
  { username, name, unitId }: NewAccount,
): Promise<{ id: string; password: string }> {
  authorize(ctx, 'identity.manage-accounts')
  const password = newPassword()
  const passwordHash = await hashPassword(password)
  const account = { id: newId(), username, name, roles: [], unitId, passwordHash, mustChangePassword: true }
  await ctx.transaction(async (tx) => {
    await checkUnit(ctx, tx, unitId)
    await refuseAlike(ctx, tx, username)
    const isNew = await insertAccount(tx, account, { tenantId: ctx.tenantId, createdAt: ctx.clock.now() })
    if (!isNew) throw conflict('identity.username-taken', { username })
    const subject = { type: 'account', id: account.id }
    await journal(tx, ctx, { action: 'identity.account-created', subject, detail: { username, unitId } })
  })
  return { id: account.id, password }
}

/** Title and unit. @throws `identity.account-missing`, `identity.own-account`, `identity.unit-unknown`, `identity.unit-missing` */
export async function changeAccountFacts(ctx: Context, id: string, facts: AccountFacts): Promise<void> {
  authorize(ctx, 'identity.manage-accounts')
  await ctx.transaction(async (tx) => {
    const account = await getAccountToChange(ctx, tx, id)
    await checkUnit(ctx, tx, facts.unitId)
    if (facts.unitId === null) await checkStillPlaced(ctx, tx, id)
    await updateAccount(tx, id, { name: facts.name, unit_id: facts.unitId })
    const detail = { from: { name: account.name, unitId: account.unitId }, to: facts }
    await journal(tx, ctx, { action: 'identity.account-changed', subject: { type: 'account', id }, detail })
  })
}

/** A new password, shown this once; in force at once, or when another administrator has confirmed. */
export async function resetPassword(
  ctx: Context,
  accountId: string,
): Promise<ChangeOutcome & { password: string }> {
  authorize(ctx, 'identity.manage-accounts')
  const password = newPassword()
  const passwordHash = await hashPassword(password)
  const change = { kind: 'reset-password' as const, accountId, roles: null, passwordHash }
  return { outcome: await askForChange(ctx, change), password }
}

/** Forgets the wrong tries of an account. @throws `identity.account-missing`, `identity.own-account` */
export async function unlockAccount(ctx: Context, id: string): Promise<void> {
  authorize(ctx, 'identity.secure-accounts')
  await ctx.transaction(async (tx) => {
    const { username } = await getAccountToChange(ctx, tx, id)
    const wasTried = await deleteTries(tx, accountKey(ctx, username))
    if (!wasTried) return
    await journal(tx, ctx, { action: 'identity.account-unlocked', subject: { type: 'account', id } })
  })
}

/** Ends every session of an account; answers how many. @throws `identity.account-missing` */
export async function endAccountSessions(ctx: Context, id: string): Promise<number> {
  authorize(ctx, 'identity.end-sessions')
  return ctx.transaction(async (tx) => {
    if (!(await findAccountToChange(tx, id))) throw notFound('identity.account-missing')
    const ended = await endSessions(tx, { accountId: id }, ctx.clock.now())
    const subject = { type: 'account', id }
    const detail = { endedSessions: ended.length }
    await journal(tx, ctx, { action: 'identity.sessions-ended', subject, detail })
    return ended.length
  })
}

/** Without a unit there is nowhere for a role that reaches only as far as one. @throws `identity.unit-missing` */
async function checkStillPlaced(ctx: Context, tx: Tx, accountId: string): Promise<void> {
  const ofUnit = new Set(
    (await knownRoles(ctx, tx)).filter(({ permissions }) => isBoundToUnit(permissions)).map(({ key }) => key),
  )
  const placed = (await listAssignments(tx, accountId)).filter(({ unitId }) => unitId === null)
  const lost = placed.find(({ role }) => ofUnit.has(role))
  if (lost) throw invalid('identity.unit-missing', { role: lost.role })
}
