import type { Context, Tx } from '../../../kernel/context.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Role } from '../../../kernel/permissions.ts'
import { administratorOf } from '../rules/account-change.ts'
import { insertAssignments } from '../store/assignments.ts'

/** Gives the roles of the work among these at the account's own unit, without a last day. */
export async function grantStanding(
  ctx: Context,
  tx: Tx,
  { accountId, roles }: { accountId: string; roles: readonly Role[] },
): Promise<void> {
  const administrator = administratorOf(roles)
  const assignments = roles
    .filter((role) => !administrator.includes(role))
    .map((role) => ({ id: newId(), role, unitId: null, fromOn: null, untilOn: null }))
  const row = { tenantId: ctx.tenantId, createdAt: ctx.clock.now(), createdBy: ctx.actor.userId }
  await insertAssignments(tx, accountId, { assignments, ...row })
}
