import { forbidden } from './errors.ts'

/** The roles of DESIGN.md, "Who uses it": the city's work. */
export const CITY_ROLES = ['officer', 'liaison', 'leader', 'statistician', 'auditor'] as const

/** The three separated administrators of GB/T 22239-2019, 8.1.4; each stands alone on an account (docs/decisions/0025). */
export const ADMIN_ROLES = ['system-admin', 'security-admin', 'audit-admin'] as const

export const ROLES = [...CITY_ROLES, ...ADMIN_ROLES] as const
export type Role = (typeof ROLES)[number]

/** `any`: every unit of the tenant. `own`: the actor's unit and the units below it. */
export type Scope = 'any' | 'own'

/** What each role may do, declared by the module that owns the permission (`ledger.create`). */
export type PermissionTable = Readonly<Record<string, Partial<Record<Role, Scope>>>>

export interface Grants {
  readonly permissions: Readonly<Record<string, Scope>>
  /** The actor's unit and all below it; empty for an actor without a unit. */
  readonly unitIds: readonly string[]
}

/** The widest scope that any of the roles gives for each permission. */
export function grantsFor(table: PermissionTable, roles: readonly Role[]): Record<string, Scope> {
  const granted: Record<string, Scope> = {}
  for (const [permission, byRole] of Object.entries(table)) {
    const scopes = roles.map((role) => byRole[role]).filter((scope) => scope !== undefined)
    if (scopes.length > 0) granted[permission] = scopes.includes('any') ? 'any' : 'own'
  }
  return granted
}

/** The one rule of who may do what, used by the server and by the screens. `unitIds` are the units concerned. */
export function isAllowed(
  grants: Grants,
  permission: string,
  unitIds: readonly (string | null)[] = [],
): boolean {
  const scope = grants.permissions[permission]
  if (scope === undefined) return false
  if (scope === 'any' || unitIds.length === 0) return true
  return unitIds.some((unitId) => unitId !== null && grants.unitIds.includes(unitId))
}

/** @throws `kernel.forbidden` when the rule says no. */
export function authorize(
  ctx: { actor: { grants: Grants } },
  permission: string,
  unitIds: readonly (string | null)[] = [],
): void {
  if (!isAllowed(ctx.actor.grants, permission, unitIds)) throw forbidden('kernel.forbidden', { permission })
}
