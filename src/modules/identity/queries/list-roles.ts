import type { Context } from '../../../kernel/context.ts'
import { ADMIN_ROLES, authorize, CITY_ROLES, declaredFor } from '../../../kernel/permissions.ts'
import { modulesOf } from '../../../platform/database/index.ts'
import { loadCatalogues } from '../../../platform/i18n/index.ts'
import { type KnownRole, knownRoles, tableOf } from '../known-roles.ts'
import { permissionRule } from '../rules/role-permissions.ts'
import type { RoleLine, RoleMatrix } from '../schema/roles.ts'
import { countAdministrators } from '../store/accounts.ts'
import { countHolders } from '../store/assignments.ts'

/** Every role with what it gives, and every permission that a role can or cannot be given. */
export async function listRoles(ctx: Context): Promise<RoleMatrix> {
  authorize(ctx, 'identity.list-accounts')
  const table = tableOf(ctx)
  const messages = loadCatalogues(modulesOf(ctx))[ctx.locale]
  return ctx.transaction(async (tx) => {
    const holders = await countHolders(tx, ctx.clock.today())
    const administrators = await countAdministrators(tx)
    const lineOf = (role: KnownRole): RoleLine => ({
      ...role,
      names: role.names && { ...role.names },
      permissions: { ...role.permissions },
      declared: isChanged(role) ? declaredFor(table, role.basis) : null,
      isAdministrators: false,
      holders: holders.get(role.key) ?? 0,
    })
    const fixed = ADMIN_ROLES.map(
      (key): RoleLine => ({
        key,
        basis: key,
        names: null,
        permissions: declaredFor(table, key),
        declared: null,
        version: 0,
        isRetired: false,
        isAdministrators: true,
        holders: administrators.get(key) ?? 0,
      }),
    )
    // What no role holds is the installation's own and nobody's to give.
    const held = Object.keys(table).filter((each) => Object.keys(table[each] ?? {}).length > 0)
    return {
      roles: [...(await knownRoles(ctx, tx)).map(lineOf), ...fixed],
      permissions: held.map((permission) => {
        const { bases, isLimitable, isBounded } = permissionRule(table, permission)
        const words = messages[permission.replace('.', '.permission.')] ?? permission
        return {
          permission,
          module: permission.split('.')[0]!,
          words,
          bases: CITY_ROLES.filter((each) => bases.includes(each)),
          isLimitable,
          isBounded,
        }
      }),
    }
  })
}

const isChanged = ({ names, version }: KnownRole) => names === null && version > 0
