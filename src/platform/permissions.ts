import type { Actor } from '../kernel/context.ts'
import { grantsFor, type PermissionTable } from '../kernel/permissions.ts'
import type { Account, Module } from './module.ts'

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
  const permissions = grantsFor(permissionTable(modules), roles)
  return { userId: id, username, name, roles, unitId, grants: { permissions, unitIds } }
}
