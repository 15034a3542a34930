import type { Context, Tx } from '../../../../kernel/context.ts'
import { conflict, forbidden, invalid, notFound } from '../../../../kernel/errors.ts'
import { ADMIN_ROLES, authorize, type Role } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { needsConfirmation, PERMISSION_OF, roleFault } from '../../rules/account-change.ts'
import { isAdministrator } from '../../rules/duties.ts'
import type { ChangeOutcome } from '../../schema/accounts.ts'
import { type AccountChange, insertChange } from '../../store/account-changes.ts'
import { findAccountToChange, type StoredAccount } from '../../store/accounts.ts'
import { findFactorSince } from '../../store/second-factor.ts'
import { applyChange } from './apply-change.ts'

/**
 * Does to an account what the actor's kind of administrator may; where the account is an administrator's, or would
 * become one, it waits for another administrator instead.
 * @throws `identity.account-missing`, `identity.own-account`, `identity.change-waits`, what `checkRoles` and
 * `checkIsHeld` throw
 */
export async function askForChange(ctx: Context, change: AccountChange): Promise<ChangeOutcome['outcome']> {
  authorize(ctx, PERMISSION_OF[change.kind])
  return ctx.transaction(async (tx) => {
    const account = await getAccountToChange(ctx, tx, change.accountId)
    if (change.roles) {
      checkRoles(change.roles, account.unitId)
      await checkIsHeld(tx, account, change.roles)
    }
    if (!needsConfirmation(account.roles, change.roles)) {
      await applyChange(ctx, tx, { account, change })
      return 'done'
    }
    const askedRole = ctx.actor.roles.find((role) => ADMIN_ROLES.some((each) => each === role)) ?? 'none'
    const asked = { ...change, askedBy: ctx.actor.userId, askedRole }
    const id = await insertChange(tx, asked, { tenantId: ctx.tenantId, createdAt: ctx.clock.now() })
    if (id === undefined) throw conflict('identity.change-waits')
    await journal(tx, ctx, {
      action: 'identity.change-asked',
      subject: { type: 'account', id: account.id },
      detail: { change: id, kind: change.kind, ...(change.roles ? { roles: change.roles } : {}) },
    })
    return 'waiting'
  })
}

/** Nobody administers their own account. @throws `identity.account-missing`, `identity.own-account` */
export async function getAccountToChange(ctx: Context, tx: Tx, accountId: string): Promise<StoredAccount> {
  if (accountId === ctx.actor.userId) throw forbidden('identity.own-account')
  const account = await findAccountToChange(tx, accountId)
  if (!account) throw notFound('identity.account-missing')
  return account
}

/** @throws `identity.administrator-alone`, `identity.unit-missing` */
export function checkRoles(roles: readonly Role[], unitId: string | null): void {
  const fault = roleFault(roles, unitId)
  if (fault?.kind === 'administrator-alone') throw invalid('identity.administrator-alone')
  if (fault?.kind === 'unit-missing') throw invalid('identity.unit-missing', { role: fault.role })
}

/**
 * An account that is to become an administrator's has its second factor first: whoever may give it a new password, the
 * system administrator, would otherwise be the other administrator from the confirmation on.
 * @throws `identity.second-factor-first`
 */
export async function checkIsHeld(
  tx: Tx,
  { id, roles: present }: StoredAccount,
  roles: readonly Role[],
): Promise<void> {
  if (!isAdministrator(roles) || isAdministrator(present)) return
  if ((await findFactorSince(tx, id)) === null) throw conflict('identity.second-factor-first')
}
