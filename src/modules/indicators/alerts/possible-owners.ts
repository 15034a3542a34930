import type { Context, Tx } from '../../../kernel/context.ts'
import { ROLES, type Role } from '../../../kernel/permissions.ts'
import { findAccounts } from '../../../platform/accounts.ts'
import { modulesOf } from '../../../platform/database/index.ts'
import type { Account, AccountQuery } from '../../../platform/module.ts'
import { permissionTable } from '../../../platform/permissions.ts'

/** Roles that may see what an alert is about; who administers accounts sees no figures and owns none. */
export function owningRoles(ctx: Context): Role[] {
  const allowed = permissionTable(modulesOf(ctx))['indicators.read'] ?? {}
  return ROLES.filter((role) => allowed[role] !== undefined)
}

/** Accounts that may own an alert and may still sign in: all of them, or those of these ids. */
export function possibleOwners(
  ctx: Context,
  tx: Tx,
  { ids }: Pick<AccountQuery, 'ids'> = {},
): Promise<readonly Account[]> {
  return findAccounts(tx, ctx, { roles: owningRoles(ctx), isActive: true, ...(ids && { ids }) })
}
