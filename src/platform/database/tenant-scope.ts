import type { Grants } from '../../kernel/permissions.ts'

export const ALL_UNITS = '*'

/** What a transaction may touch. Without `unitIds` it is the whole tenant: for sign-in, loading and the journal. */
export interface TenantScope {
  tenantId: string
  unitIds?: typeof ALL_UNITS | readonly string[]
  /** Whose own rows are seen where rows belong to a person; nobody's without it. */
  actorId?: string
  /** The request that this is done for, also when a job does it later. */
  requestId?: string
  /** Permissions held for every unit; a policy that names one of them is not narrowed by `unitIds`. */
  anyPermissions?: readonly string[]
}

/**
 * The scope of an actor for row-level security: every unit only when no permission is limited to the
 * own one; an actor without any permission sees no unit's rows.
 */
export function scopeOf(tenantId: string, grants: Grants): TenantScope {
  const permissions = Object.entries(grants.permissions)
  const isUnlimited = permissions.length > 0 && permissions.every(([, scope]) => scope === 'any')
  return {
    tenantId,
    unitIds: isUnlimited ? ALL_UNITS : grants.unitIds,
    anyPermissions: permissions.filter(([, scope]) => scope === 'any').map(([permission]) => permission),
  }
}
