import type { Actor } from '../kernel/context.ts'
import { declaredFor, grantsFor, type PermissionTable } from '../kernel/permissions.ts'
import type { Account, Module, TokenHolder } from './module.ts'

/** The journal and the health page belong to no room, so the platform declares who may read them. */
const PLATFORM_PERMISSIONS: PermissionTable = {
  'journal.read': { auditor: 'any', 'audit-admin': 'any' },
}

/** Every permission that is declared, by the platform and by the modules. */
export function permissionTable(modules: readonly Module[]): PermissionTable {
  return Object.assign({}, PLATFORM_PERMISSIONS, ...modules.map((module) => module.permissions))
}

/** The account as an actor: what its roles allow, on the units (its own and all below) that it answers for. */
export function actorOf(
  modules: readonly Module[],
  account: Account,
  unitIds: readonly string[],
): Actor & { readonly username: string } {
  const { id, username, name, roles, unitId } = account
  const table = permissionTable(modules)
  const grants = grantsFor(roles.map((role) => ({ permissions: declaredFor(table, role), unitIds })))
  return { userId: id, username, name, roles, unitId, grants }
}

/** The account as it acts through a token: no more than both allow, and the journal says through which. */
export function actorOfToken(
  modules: readonly Module[],
  { account, tokenName, permissions, unitIds }: TokenHolder & { unitIds: readonly string[] },
): Actor {
  const actor = actorOf(modules, account, unitIds)
  const held = Object.entries(actor.grants.permissions).filter(([each]) => permissions.includes(each))
  const grants = { permissions: Object.fromEntries(held) }
  return { ...actor, name: `${account.name} [${tokenName}]`, grants }
}
