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

/** Where a permission is held: for every unit of the tenant, or for these (each named one, not those below it). */
export type Reach = 'any' | readonly string[]

/** What an actor may do, each permission with its own units: one may be held for a district and another for the city. */
export interface Grants {
  readonly permissions: Readonly<Record<string, Reach>>
  /** What of `permissions` is the actor's own and what is held for somebody on leave; without it all is the actor's own. */
  readonly shares?: {
    readonly own: Readonly<Record<string, Reach>>
    readonly lent: readonly Lent[]
  }
}

/** Whom somebody acts for. */
export interface Absent {
  readonly id: string
  readonly name: string
}

export interface Lent extends Absent {
  readonly permissions: Readonly<Record<string, Reach>>
}

/** One role as it is held: what it gives, and the units (one and all below it) that its scope `own` means. */
export interface Holding {
  readonly permissions: Readonly<Record<string, Scope>>
  readonly unitIds: readonly string[]
  /** Whose it is, when they are on leave. */
  readonly inNameOf?: Absent | null
}

/** What a role may do as the modules declare it. */
export function declaredFor(table: PermissionTable, role: Role): Record<string, Scope> {
  const scopes = Object.entries(table).map(([permission, byRole]) => [permission, byRole[role]] as const)
  // Entries become own properties whatever they are called; an assignment to `__proto__` would not.
  return Object.fromEntries(scopes.filter((each): each is [string, Scope] => each[1] !== undefined))
}

/** All that the holdings give together: for each permission the widest. */
export function grantsFor(holdings: readonly Holding[]): Grants {
  const absent = new Map(holdings.flatMap(({ inNameOf }) => (inNameOf ? [[inNameOf.id, inNameOf]] : [])))
  const permissions = joined(holdings)
  if (absent.size === 0) return { permissions }
  const own = joined(holdings.filter(({ inNameOf }) => !inNameOf))
  const lent = [...absent.values()].map(({ id, name }) => ({
    id,
    name,
    permissions: joined(holdings.filter(({ inNameOf }) => inNameOf?.id === id)),
  }))
  return { permissions, shares: { own, lent } }
}

function joined(holdings: readonly Holding[]): Record<string, Reach> {
  const own: Record<string, Set<string>> = {}
  const any = new Set<string>()
  for (const { permissions, unitIds } of holdings) {
    for (const [permission, scope] of Object.entries(permissions)) {
      if (scope === 'any') any.add(permission)
      own[permission] ??= new Set()
      if (scope === 'own') for (const id of unitIds) own[permission].add(id)
    }
  }
  const reached = Object.entries(own).map(
    ([permission, ids]) => [permission, any.has(permission) ? 'any' : [...ids]] as const,
  )
  return Object.fromEntries(reached)
}

/** Where the permission is held: `any`, or the units; none when it is not held, and for an own unit that is not there. */
export function reachOf(grants: Grants, permission: string): Reach {
  return grants.permissions[permission] ?? []
}

/** Whether the permission is held at all; for which units is asked with `isAllowed`. */
export function holds(grants: Grants, permission: string): boolean {
  return grants.permissions[permission] !== undefined
}

/** The one rule of who may do what, used by the server and by the screens. `unitIds` are the units concerned. */
export function isAllowed(
  grants: Grants,
  permission: string,
  unitIds: readonly (string | null)[] = [],
): boolean {
  const reach = grants.permissions[permission]
  if (reach === undefined) return false
  if (reach === 'any' || unitIds.length === 0) return true
  return unitIds.some((unitId) => unitId !== null && reach.includes(unitId))
}

/** What is the actor's own, without what is held for somebody on leave. */
export const ownGrants = ({ permissions, shares }: Grants): Grants => ({
  permissions: shares?.own ?? permissions,
})

/** For whom an actor does what their own roles do not allow; nobody when these do. */
export function inNamesOf(
  { shares }: Grants,
  permission: string,
  unitIds: readonly (string | null)[] = [],
): Absent[] {
  if (!shares || isAllowed({ permissions: shares.own }, permission, unitIds)) return []
  return shares.lent
    .filter(({ permissions }) => isAllowed({ permissions }, permission, unitIds))
    .map(({ id, name }) => ({ id, name }))
}

/** @throws `kernel.forbidden` when the rule says no. */
export function authorize(
  ctx: { actor: { grants: Grants } },
  permission: string,
  unitIds: readonly (string | null)[] = [],
): void {
  if (!isAllowed(ctx.actor.grants, permission, unitIds)) throw forbidden('kernel.forbidden', { permission })
  noteNames(ctx.actor.grants, permission, unitIds)
}

/** In whose names an actor has acted so far in one request: its grants are made for it. */
const named = new WeakMap<Grants, Map<string, Absent>>()

/** Remembers for the journal that the actor does this, and for whom. Reading is not acting. */
export function noteNames(
  grants: Grants,
  permission: string,
  unitIds: readonly (string | null)[] = [],
): void {
  if (!grants.shares || permission.endsWith('.read')) return
  const names = named.get(grants) ?? new Map<string, Absent>()
  for (const absent of inNamesOf(grants, permission, unitIds)) names.set(absent.id, absent)
  named.set(grants, names)
}

/** For whom the actor has acted, as the journal says it. */
export const notedNames = (grants: Grants): Absent[] => [...(named.get(grants)?.values() ?? [])]
