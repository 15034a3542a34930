import type { Context, Tx } from '../../../../kernel/context.ts'
import { conflict, forbidden, invalid, notFound } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { isAllowed, ownGrants, reachOf } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { knownRoles, tableOf } from '../../known-roles.ts'
import { handableBy, handedOver } from '../../rules/delegation.ts'
import { isAdministrator } from '../../rules/duties.ts'
import { delegationDaysFault, isOn, overlap } from '../../rules/holding-days.ts'
import { isOfUnit } from '../../rules/role-permissions.ts'
import type { NewDelegation } from '../../schema/roles.ts'
import { findAccountById, findAccountToChange, type StoredAccount } from '../../store/accounts.ts'
import { listAssignments } from '../../store/assignments.ts'
import {
  findDelegationToChange,
  insertDelegation,
  listDelegations,
  revokeDelegation as saveRevocation,
} from '../../store/delegations.ts'

/**
 * Puts the roles of an account, the actor's own or one that the actor may speak for, into another's hands for some days.
 * Ends by itself. What somebody has been lent is never among it; administrators neither give nor receive.
 * @throws `kernel.forbidden`, `identity.account-missing`, `identity.administrators-do-not-delegate`,
 * `identity.stand-in-unfit`, `identity.delegation-to-self`, `identity.days-reversed`, `identity.delegation-in-the-past`,
 * `identity.delegation-too-long`, `identity.nothing-to-delegate`, `identity.not-their-roles`,
 * `identity.delegation-beyond-unit`, `identity.delegation-overlaps`
 */
export async function delegate(ctx: Context, fromAccount: string, input: NewDelegation): Promise<string> {
  const { toAccountId: toAccount, fromOn, untilOn } = input
  const isOwn = fromAccount === ctx.actor.userId
  const daysFault = delegationDaysFault(input, ctx.clock.today())
  if (daysFault) throw invalid(`identity.${daysFault}`)
  if (toAccount === fromAccount || (!isOwn && toAccount === ctx.actor.userId))
    throw forbidden('identity.delegation-to-self')
  const id = newId()
  await ctx.transaction(async (tx) => {
    // Locked, so that two delegations of one person follow one another.
    const giver = await findAccountToChange(tx, fromAccount)
    if (!giver) throw notFound('identity.account-missing')
    checkMaySpeakFor(ctx, giver)
    if (isAdministrator(giver.roles)) throw forbidden('identity.administrators-do-not-delegate')
    const receiver = await findAccountById(tx, toAccount)
    if (!receiver || receiver.disabledAt !== null || isAdministrator(receiver.roles))
      throw invalid('identity.stand-in-unfit')
    const assignmentIds = await assignmentsOf(ctx, tx, giver, input)
    const present = await listDelegations(tx, { since: ctx.clock.today(), ofAccount: fromAccount })
    const isRepeated = present.some(
      (each) =>
        each.fromAccount === fromAccount &&
        each.toAccount === toAccount &&
        each.revokedOn === null &&
        overlap(each, input),
    )
    if (isRepeated) throw conflict('identity.delegation-overlaps')
    const by = { createdAt: ctx.clock.now(), createdBy: ctx.actor.userId }
    await insertDelegation(tx, ctx.tenantId, {
      id,
      fromAccount,
      toAccount,
      assignmentIds,
      fromOn,
      untilOn,
      ...by,
    })
    await journal(tx, ctx, {
      action: 'identity.roles-delegated',
      subject: { type: 'account', id: fromAccount },
      detail: {
        delegation: id,
        from: giver.name,
        to: receiver.name,
        toAccount,
        assignmentIds,
        fromOn,
        untilOn,
      },
    })
  })
  return id
}

/**
 * Ends a delegation before its last day; what was done until then stays done.
 * @throws `identity.delegation-missing`, `kernel.forbidden`
 */
export async function revokeDelegation(ctx: Context, id: string): Promise<void> {
  await ctx.transaction(async (tx) => {
    const delegation = await findDelegationToChange(tx, id)
    const today = ctx.clock.today()
    if (!delegation || delegation.revokedOn !== null || delegation.untilOn < today)
      throw notFound('identity.delegation-missing')
    const giver = await findAccountById(tx, delegation.fromAccount)
    if (!giver) throw notFound('identity.delegation-missing')
    checkMaySpeakFor(ctx, giver)
    await saveRevocation(tx, id, { at: ctx.clock.now(), on: today, by: ctx.actor.userId })
    const { fromAccount, toAccount, fromOn, untilOn } = delegation
    await journal(tx, ctx, {
      action: 'identity.delegation-revoked',
      subject: { type: 'account', id: fromAccount },
      detail: { delegation: id, toAccount, fromOn, untilOn },
    })
  })
}

/** Their own, or with the permission over the account's unit. @throws `kernel.forbidden` */
function checkMaySpeakFor(ctx: Context, { id, unitId }: StoredAccount): void {
  const { userId, grants } = ctx.actor
  // What is itself only lent does not lend.
  if (id !== userId && !isAllowed(ownGrants(grants), PERMISSION, [unitId]))
    throw forbidden('kernel.forbidden', { permission: PERMISSION })
}

const PERMISSION = 'identity.delegate'

/** Null for all that somebody hands over of their own. */
async function assignmentsOf(
  ctx: Context,
  tx: Tx,
  giver: StoredAccount,
  { assignmentIds, fromOn, untilOn }: NewDelegation,
): Promise<string[] | null> {
  const roles = new Map((await knownRoles(ctx, tx)).map((role) => [role.key, role]))
  const held = (await listAssignments(tx, giver.id))
    .filter((each) => overlap(each, { fromOn, untilOn }) || isOn(each, fromOn))
    .map(({ id, role, unitId }) => ({
      id,
      unitId: unitId ?? giver.unitId,
      isOfUnit: isOfUnit(tableOf(ctx), roles.get(role)?.permissions ?? {}),
    }))
  const isOwn = giver.id === ctx.actor.userId
  const reach = isOwn ? 'any' : reachOf(ownGrants(ctx.actor.grants), PERMISSION)
  const handed = handedOver(assignmentIds, { held, handable: handableBy(reach, held) })
  if ('fault' in handed) throw invalid(`identity.${handed.fault}`)
  return assignmentIds === null && reach === 'any' ? null : handed.ids
}
