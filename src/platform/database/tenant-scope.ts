import type { Grants } from '../../kernel/permissions.ts'

export const ALL_UNITS = '*'

/** What a transaction may touch. Without `unitIds` it is the whole tenant: for sign-in, loading and the journal. */
export interface TenantScope {
  tenantId: string
  /** What a policy shows that names no permission. */
  unitIds?: typeof ALL_UNITS | readonly string[]
  /** Whose own rows are seen where rows belong to a person; nobody's without it. */
  actorId?: string
  /** The request that this is done for, also when a job does it later. */
  requestId?: string
  /** Permissions held for every unit. */
  anyPermissions?: readonly string[]
  /** The units of each permission that is held for some only; a policy that names a permission shows these. */
  unitsByPermission?: Readonly<Record<string, readonly string[]>>
}

/**
 * The scope of an actor for row-level security. A policy that names a permission sees exactly where that one is held. One
 * that names none sees every unit only when no permission is limited, otherwise the units that all limited ones share.
 */
export function scopeOf(tenantId: string, { permissions }: Grants): TenantScope {
  const reaches = Object.entries(permissions)
  const limited = reaches.filter((each): each is [string, readonly string[]] => each[1] !== 'any')
  const isUnlimited = reaches.length > 0 && limited.length === 0
  const [first = [], ...others] = limited.map(([, unitIds]) => unitIds)
  const sets = others.map((unitIds) => new Set(unitIds))
  return {
    tenantId,
    unitIds: isUnlimited ? ALL_UNITS : first.filter((id) => sets.every((each) => each.has(id))),
    anyPermissions: reaches.flatMap(([permission, reach]) => (reach === 'any' ? [permission] : [])),
    unitsByPermission: Object.fromEntries(limited),
  }
}
