import type { Context } from '../../../kernel/context.ts'
import { invalid } from '../../../kernel/errors.ts'
import { ADMIN_ROLES, authorize, declaredFor } from '../../../kernel/permissions.ts'
import { modulesOf } from '../../../platform/database/index.ts'
import { checkUnit } from '../check-unit.ts'
import { tableOf } from '../known-roles.ts'
import { presentHeld } from '../present-holdings.ts'
import type { WhoMay } from '../schema/roles.ts'
import { findAccounts } from '../store/accounts.ts'

/**
 * Everybody who holds a permission for a unit today, or anywhere without one, and through what.
 * @throws `identity.permission-unknown`, `identity.unit-unknown`
 */
export async function whoMay(
  ctx: Context,
  { permission, unitId }: { permission: string; unitId?: string | undefined },
): Promise<WhoMay> {
  authorize(ctx, 'identity.list-accounts')
  const table = tableOf(ctx)
  if (!Object.hasOwn(table, permission)) throw invalid('identity.permission-unknown', { permission })
  const unitsAbove = modulesOf(ctx).find((module) => module.unitsAbove)?.unitsAbove
  return ctx.transaction(async (tx) => {
    await checkUnit(ctx, tx, unitId ?? null)
    // A role at a unit reaches all below it: at this unit are those who hold it here or anywhere above.
    const above = unitId === undefined || !unitsAbove ? undefined : await unitsAbove(tx, unitId)
    const accounts = await findAccounts(tx, ctx.clock.today(), { isActive: true })
    const people = accounts.map(({ id, username, name, unitId: ofUnit, roles, held }) => {
      const administrator = ADMIN_ROLES.filter((role) => roles.includes(role)).map((key) => ({
        ...{ key, basis: key, names: null, permissions: null, unitId: null, inNameOf: null, until: null },
      }))
      const through = [...administrator, ...held].flatMap((each) => {
        const scope = (each.permissions ?? declaredFor(table, each.basis))[permission]
        if (scope === undefined) return []
        const isHere =
          scope === 'any' || (each.unitId !== null && (above === undefined || above.includes(each.unitId)))
        return isHere ? [{ ...presentHeld(each), scope }] : []
      })
      return { account: { id, username, name, unitId: ofUnit }, through }
    })
    return { people: people.filter(({ through }) => through.length > 0) }
  })
}
