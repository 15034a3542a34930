import type { Actor, Tx } from '../kernel/context.ts'
import {
  ADMIN_ROLES,
  declaredFor,
  type Grants,
  grantsFor,
  ownGrants,
  type PermissionTable,
  type Reach,
} from '../kernel/permissions.ts'
import type { Account, Module, TokenHolder } from './module.ts'

/** The journal and the health page belong to no room, so the platform declares who may read them. */
const PLATFORM_PERMISSIONS: PermissionTable = {
  'journal.read': { auditor: 'any', 'audit-admin': 'any' },
}

/** Every permission that is declared, by the platform and by the modules. */
export function permissionTable(modules: readonly Module[]): PermissionTable {
  return Object.assign({}, PLATFORM_PERMISSIONS, ...modules.map((module) => module.permissions))
}

/** The units at which an account holds roles, each with all below it. */
export type Subtrees = ReadonlyMap<string, readonly string[]>

export async function subtreesOf(
  modules: readonly Module[],
  tx: Tx,
  { held }: Pick<Account, 'held'>,
): Promise<Subtrees> {
  const unitSubtree = modules.find((module) => module.unitSubtree)?.unitSubtree
  const subtrees = new Map<string, readonly string[]>()
  for (const { unitId } of held)
    if (unitSubtree && unitId !== null && !subtrees.has(unitId))
      subtrees.set(unitId, await unitSubtree(tx, unitId))
  return subtrees
}

/** The account as an actor: what each of its roles allows, on the units that the role is held for. */
export function actorOf(
  modules: readonly Module[],
  account: Account,
  subtrees: Subtrees,
): Actor & { readonly username: string } {
  const { id, username, name, roles, unitId, held } = account
  const table = permissionTable(modules)
  const administrator = ADMIN_ROLES.filter((role) => roles.includes(role))
  const grants = grantsFor([
    ...administrator.map((role) => ({ permissions: declaredFor(table, role), unitIds: [] })),
    ...held.map((each) => ({
      permissions: each.permissions ?? declaredFor(table, each.basis),
      unitIds: (each.unitId !== null && subtrees.get(each.unitId)) || [],
      inNameOf: each.inNameOf,
    })),
  ])
  return { userId: id, username, name, roles, unitId, grants }
}

/** The account as it acts through a token: no more than both allow, and the journal says through which. */
export function actorOfToken(
  modules: readonly Module[],
  { account, tokenName, permissions, subtrees }: TokenHolder & { subtrees: Subtrees },
): Actor {
  const actor = actorOf(modules, account, subtrees)
  // A program has its owner's own rights: what somebody on leave handed to a person, they did not hand to a program.
  const own = ownGrants(actor.grants).permissions
  return { ...actor, name: `${account.name} [${tokenName}]`, grants: { permissions: only(own, permissions) } }
}

function only(reaches: Grants['permissions'], names: readonly string[]): Record<string, Reach> {
  return Object.fromEntries(Object.entries(reaches).filter(([permission]) => names.includes(permission)))
}
