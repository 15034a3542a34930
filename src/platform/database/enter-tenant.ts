import pg from 'pg'
import { ALL_UNITS, type TenantScope } from './tenant-scope.ts'

/** Goes with `begin` in one round trip; `true` makes every setting end with the transaction. */
export function enterTenant(scope: TenantScope): string {
  const unitIds = scope.unitIds ?? ALL_UNITS
  const units = unitIds === ALL_UNITS ? ALL_UNITS : unitIds.join(',').toLowerCase()
  const settings: Record<string, string> = {
    role: 'quarterdeck_app',
    'quarterdeck.tenant_id': scope.tenantId,
    'quarterdeck.actor_id': scope.actorId ?? '',
    'quarterdeck.request_id': scope.requestId ?? '',
    'quarterdeck.unit_ids': units,
    'quarterdeck.any_permissions': `,${(scope.anyPermissions ?? []).join(',')},`,
    // Sign-in, loading and the journal belong to nobody who holds permissions.
    'quarterdeck.scope': scope.unitIds === undefined ? 'tenant' : 'actor',
  }
  for (const [permission, held] of Object.entries(scope.unitsByPermission ?? {})) {
    // A setting's name takes no hyphen; platform.unit_visible(unit, permission) writes it the same way.
    settings[`quarterdeck.units.${permission.replaceAll('-', '_')}`] = held.join(',').toLowerCase()
  }
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`,
  )
  return `select ${calls.join(', ')}`
}
