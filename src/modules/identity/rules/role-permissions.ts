import {
  ADMIN_ROLES,
  CITY_ROLES,
  declaredFor,
  type PermissionTable,
  type Role,
  type Scope,
} from '../../../kernel/permissions.ts'

export type RolePermissions = Readonly<Record<string, Scope>>

/** What a role of the work may be given of a permission. */
export interface PermissionRule {
  /** The built-in roles in whose place a role must stand to hold it; none for what is the administrators' alone. */
  readonly bases: readonly Role[]
  /** Whether `own` means anything: the module limits it to a unit for a role of its own. */
  readonly isLimitable: boolean
  /** Whether `any` of it is an administrator's alone: a role of the work holds it for its unit or not at all. */
  readonly isBounded: boolean
}

/**
 * Derived from what the modules declare, so that a new permission has its rule without a second list. What an administrator
 * holds as well, the journal say, goes only to a role in the place of one that is declared with it.
 */
export function permissionRule(table: PermissionTable, permission: string): PermissionRule {
  const byRole = table[permission] ?? {}
  const declared = CITY_ROLES.filter((role) => byRole[role] !== undefined)
  const isShared = ADMIN_ROLES.some((role) => byRole[role] !== undefined)
  return {
    bases: declared.length === 0 ? [] : isShared ? declared : CITY_ROLES,
    isLimitable: declared.some((role) => byRole[role] === 'own'),
    isBounded: isShared && declared.every((role) => byRole[role] === 'own'),
  }
}

export type PermissionFault =
  | { kind: 'permission-unknown'; permission: string }
  | { kind: 'permission-of-administrators'; permission: string }
  | { kind: 'permission-of-another-basis'; permission: string; bases: readonly Role[] }
  | { kind: 'permission-not-limitable'; permission: string }
  | { kind: 'permission-only-for-unit'; permission: string }
  | { kind: 'reading-missing'; permission: string; reading: string }

/** Why a role in the place of `basis` cannot give these permissions; undefined when it can. */
export function permissionFault(
  table: PermissionTable,
  basis: Role,
  permissions: RolePermissions,
): PermissionFault | undefined {
  for (const [permission, scope] of Object.entries(permissions)) {
    if (!Object.hasOwn(table, permission)) return { kind: 'permission-unknown', permission }
    const { bases, isLimitable, isBounded } = permissionRule(table, permission)
    if (bases.length === 0) return { kind: 'permission-of-administrators', permission }
    if (!bases.includes(basis)) return { kind: 'permission-of-another-basis', permission, bases }
    if (scope === 'own' && !isLimitable) return { kind: 'permission-not-limitable', permission }
    if (scope === 'any' && isBounded) return { kind: 'permission-only-for-unit', permission }
    // Whoever changes what they cannot see would be told that it is not there.
    const reading = `${permission.split('.')[0]}.read`
    if (Object.hasOwn(table, reading) && permissions[reading] === undefined)
      return { kind: 'reading-missing', permission, reading }
  }
  return undefined
}

export interface PermissionChanges {
  readonly gained: Readonly<Record<string, Scope>>
  readonly lost: readonly string[]
  readonly rescoped: Readonly<Record<string, Scope>>
}

/** What a change of a role means, for the journal and for the look before saving. */
export function permissionChanges(from: RolePermissions, to: RolePermissions): PermissionChanges {
  const gained = Object.entries(to).filter(([permission]) => from[permission] === undefined)
  const rescoped = Object.entries(to).filter(
    ([permission, scope]) => from[permission] !== undefined && from[permission] !== scope,
  )
  return {
    gained: Object.fromEntries(gained),
    lost: Object.keys(from).filter((permission) => to[permission] === undefined),
    rescoped: Object.fromEntries(rescoped),
  }
}

/** Whether a role reaches only as far as a unit in anything. */
export const isBoundToUnit = (permissions: RolePermissions): boolean =>
  Object.values(permissions).includes('own')

/**
 * Whether a role is a unit's: beside what reaches only as far as that it holds for the whole city no more than the built-in
 * roles of units do. One `own` among an officer's rights makes no unit's role.
 */
export function isOfUnit(table: PermissionTable, permissions: RolePermissions): boolean {
  const ofUnits = CITY_ROLES.filter((role) => isBoundToUnit(declaredFor(table, role)))
  return (
    isBoundToUnit(permissions) &&
    Object.entries(permissions).every(
      ([permission, scope]) => scope === 'own' || ofUnits.some((role) => table[permission]?.[role] === 'any'),
    )
  )
}
