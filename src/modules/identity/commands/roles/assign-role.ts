import type { Context } from '../../../../kernel/context.ts'
import { conflict, invalid, notFound } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { ADMIN_ROLES, authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { checkUnit } from '../../check-unit.ts'
import { knownRoles } from '../../known-roles.ts'
import { isAdministrator } from '../../rules/duties.ts'
import { holdingDaysFault, overlap } from '../../rules/holding-days.ts'
import { isBoundToUnit } from '../../rules/role-permissions.ts'
import type { NewAssignment } from '../../schema/roles.ts'
import { deleteAssignments, insertAssignments, listAssignments } from '../../store/assignments.ts'
import { getAccountToChange } from '../administer/ask-for-change.ts'

const MOST_ASSIGNMENTS = 40

/**
 * Gives an account a role of the work at a unit, for some days or for good; in force with its next request. Administrators
 * hold none and are made by `askForChange`.
 * @throws `identity.administrator-alone`, `identity.role-missing`, `identity.role-retired`, `identity.unit-unknown`,
 * `identity.unit-missing`, `identity.unit-without-effect`, `identity.days-reversed`, `identity.days-over`,
 * `identity.role-held-already`, `identity.too-many-assignments`, what `getAccountToChange` throws
 */
export async function assignRole(ctx: Context, accountId: string, input: NewAssignment): Promise<string> {
  authorize(ctx, 'identity.grant-roles')
  const { role, unitId, fromOn, untilOn } = input
  const fault = holdingDaysFault(input, ctx.clock.today())
  if (fault) throw invalid(`identity.${fault}`)
  if (ADMIN_ROLES.some((each) => each === role)) throw invalid('identity.administrator-alone')
  const id = newId()
  await ctx.transaction(async (tx) => {
    const account = await getAccountToChange(ctx, tx, accountId)
    if (isAdministrator(account.roles)) throw invalid('identity.administrator-alone')
    const known = (await knownRoles(ctx, tx)).find(({ key }) => key === role)
    if (!known) throw notFound('identity.role-missing')
    if (known.isRetired) throw conflict('identity.role-retired')
    const isOfUnit = isBoundToUnit(known.permissions)
    if (isOfUnit && unitId === null && account.unitId === null)
      throw invalid('identity.unit-missing', { role })
    if (!isOfUnit && unitId !== null) throw invalid('identity.unit-without-effect')
    await checkUnit(ctx, tx, unitId)
    const present = await listAssignments(tx, accountId)
    if (present.length >= MOST_ASSIGNMENTS)
      throw conflict('identity.too-many-assignments', { most: MOST_ASSIGNMENTS })
    const isSame = (each: (typeof present)[number]) =>
      each.role === role && (each.unitId ?? account.unitId) === (unitId ?? account.unitId)
    if (present.some((each) => isSame(each) && overlap(each, input)))
      throw conflict('identity.role-held-already')
    const row = { tenantId: ctx.tenantId, createdAt: ctx.clock.now(), createdBy: ctx.actor.userId }
    await insertAssignments(tx, accountId, { assignments: [{ id, ...input }], ...row })
    await journal(tx, ctx, {
      action: 'identity.role-assigned',
      subject: { type: 'account', id: accountId },
      detail: { assignment: id, role, unitId, fromOn, untilOn },
    })
  })
  return id
}

/** Takes a role back from an account. @throws `identity.assignment-missing`, what `getAccountToChange` throws */
export async function takeRoleBack(ctx: Context, accountId: string, assignmentId: string): Promise<void> {
  authorize(ctx, 'identity.grant-roles')
  await ctx.transaction(async (tx) => {
    await getAccountToChange(ctx, tx, accountId)
    const present = (await listAssignments(tx, accountId)).find(({ id }) => id === assignmentId)
    if (!present) throw notFound('identity.assignment-missing')
    await deleteAssignments(tx, accountId, [assignmentId])
    const { role, unitId, fromOn, untilOn } = present
    await journal(tx, ctx, {
      action: 'identity.role-taken-back',
      subject: { type: 'account', id: accountId },
      detail: { assignment: assignmentId, role, unitId, fromOn, untilOn },
    })
  })
}
