import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Scope } from '../../../kernel/permissions.ts'
import { identityTables } from './tables.ts'

export interface StoredRole {
  key: string
  basis: string
  nameZh: string | null
  nameEn: string | null
  permissions: Record<string, Scope>
  version: number
  retiredAt: Date | null
}

interface Change {
  tenantId: string
  changedAt: Date
  changedBy: string
}

const selectRoles = (tx: Tx) =>
  identityTables(tx)
    .selectFrom('identity.role')
    .select(['key', 'basis', 'name_zh as nameZh', 'name_en as nameEn', 'permissions'])
    .select(['version', 'retired_at as retiredAt'])

/** What the city has changed or made; the other built-in roles are as the modules declare them. */
export function listRoles(tx: Tx): Promise<StoredRole[]> {
  return selectRoles(tx).orderBy('key').execute()
}

/** Until the transaction ends nobody else gives a role a name. */
export async function lockRoleNames(tx: Tx, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('identity.role'), hashtext(${tenantId}))`.execute(tx)
}

/** Locks the row, so that changes of one role follow one another. */
export function findRoleToChange(tx: Tx, key: string): Promise<StoredRole | undefined> {
  return selectRoles(tx).where('key', '=', key).forUpdate().executeTakeFirst()
}

/** False when somebody else has made it meanwhile. */
export async function insertRole(
  tx: Tx,
  role: Omit<StoredRole, 'version' | 'retiredAt'>,
  { tenantId, changedAt, changedBy }: Change,
): Promise<boolean> {
  const row = {
    tenant_id: tenantId,
    key: role.key,
    basis: role.basis,
    name_zh: role.nameZh,
    name_en: role.nameEn,
    permissions: JSON.stringify(role.permissions) as never,
    version: 1,
    retired_at: null,
    changed_at: changedAt,
    changed_by: changedBy,
  }
  const result = await identityTables(tx)
    .insertInto('identity.role')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function updateRole(
  tx: Tx,
  role: Omit<StoredRole, 'basis'>,
  { changedAt, changedBy }: Change,
): Promise<void> {
  const set = {
    name_zh: role.nameZh,
    name_en: role.nameEn,
    permissions: JSON.stringify(role.permissions) as never,
    version: role.version + 1,
    retired_at: role.retiredAt,
    changed_at: changedAt,
    changed_by: changedBy,
  }
  await identityTables(tx).updateTable('identity.role').set(set).where('key', '=', role.key).execute()
}

/** A built-in role is again what the modules declare. */
export async function forgetRole(tx: Tx, key: string): Promise<void> {
  await identityTables(tx).deleteFrom('identity.role').where('key', '=', key).execute()
}
