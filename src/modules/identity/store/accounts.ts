import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Role } from '../../../kernel/permissions.ts'
import type { Account, AccountQuery } from '../../../platform/module.ts'
import { NO_PASSWORD } from '../no-password.ts'
import type { PasswordState } from '../rules/duties.ts'
import { type IdentityTables, identityTables, type NewRow } from './tables.ts'

export interface StoredAccount extends Account {
  passwordHash: string
  passwordSetAt: Date
  mustChangePassword: boolean
  disabledAt: Date | null
  createdAt: Date
}

type AccountRow = Pick<IdentityTables['identity.account'], 'id' | 'username' | 'name' | 'roles' | 'unit_id'>

export const accountOf = (row: AccountRow): Account => ({
  id: row.id,
  username: row.username,
  name: row.name,
  roles: row.roles as Role[],
  unitId: row.unit_id,
})

type PasswordRow = Pick<
  IdentityTables['identity.account'],
  'password_hash' | 'password_set_at' | 'must_change_password'
>

export const passwordStateOf = (row: PasswordRow): PasswordState => ({
  setAt: row.password_hash === NO_PASSWORD ? null : row.password_set_at,
  mustChange: row.must_change_password,
})

const storedOf = (row: IdentityTables['identity.account']): StoredAccount => ({
  ...accountOf(row),
  passwordHash: row.password_hash,
  passwordSetAt: row.password_set_at,
  mustChangePassword: row.must_change_password,
  disabledAt: row.disabled_at,
  createdAt: row.created_at,
})

export async function findAccountByUsername(tx: Tx, username: string): Promise<StoredAccount | undefined> {
  const query = identityTables(tx).selectFrom('identity.account').selectAll().where('username', '=', username)
  const row = await query.executeTakeFirst()
  return row && storedOf(row)
}

export async function findAccountById(tx: Tx, id: string): Promise<StoredAccount | undefined> {
  const query = identityTables(tx).selectFrom('identity.account').selectAll().where('id', '=', id)
  const row = await query.executeTakeFirst()
  return row && storedOf(row)
}

/** Locks the row: what is decided about an account is decided one after the other. */
export async function findAccountToChange(tx: Tx, id: string): Promise<StoredAccount | undefined> {
  const query = identityTables(tx).selectFrom('identity.account').selectAll().where('id', '=', id)
  const row = await query.forUpdate().executeTakeFirst()
  return row && storedOf(row)
}

/** False when the username is taken. */
export async function insertAccount(
  tx: Tx,
  account: Account & { passwordHash: string; mustChangePassword: boolean },
  { tenantId, createdAt }: NewRow,
): Promise<boolean> {
  const result = await identityTables(tx)
    .insertInto('identity.account')
    .values({
      tenant_id: tenantId,
      id: account.id,
      username: account.username,
      name: account.name,
      password_hash: account.passwordHash,
      password_set_at: createdAt,
      must_change_password: account.mustChangePassword,
      roles: [...account.roles],
      unit_id: account.unitId,
      disabled_at: null,
      created_at: createdAt,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'username']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function updatePassword(
  tx: Tx,
  id: string,
  password: { passwordHash: string; passwordSetAt: Date; mustChangePassword: boolean },
): Promise<void> {
  const set = {
    password_hash: password.passwordHash,
    password_set_at: password.passwordSetAt,
    must_change_password: password.mustChangePassword,
  }
  await identityTables(tx).updateTable('identity.account').set(set).where('id', '=', id).execute()
}

export async function updateAccount(
  tx: Tx,
  id: string,
  set: Partial<{ name: string; unit_id: string | null; roles: string[]; disabled_at: Date | null }>,
): Promise<void> {
  await identityTables(tx).updateTable('identity.account').set(set).where('id', '=', id).execute()
}

export async function listUsernames(tx: Tx): Promise<string[]> {
  const query = identityTables(tx).selectFrom('identity.account').select('username')
  return (await query.execute()).map(({ username }) => username)
}

export async function listAccounts(tx: Tx): Promise<StoredAccount[]> {
  const query = identityTables(tx).selectFrom('identity.account').selectAll().orderBy('username')
  return (await query.execute()).map(storedOf)
}

/**
 * Those that meet all that the query gives, by username. A disabled account has no duties any more: it is found by
 * its id, which old entries name, but not by role or unit.
 */
export async function findAccounts(tx: Tx, query: AccountQuery): Promise<Account[]> {
  const columns = ['id', 'username', 'name', 'roles', 'unit_id'] as const
  const { ids, roles, unitIds, isActive = ids === undefined } = query
  let rows = identityTables(tx).selectFrom('identity.account').select(columns).orderBy('username')
  if (isActive) rows = rows.where('disabled_at', 'is', null)
  if (ids) rows = rows.where('id', '=', sql<string>`any(${ids}::uuid[])`)
  if (unitIds) rows = rows.where('unit_id', '=', sql<string>`any(${unitIds}::uuid[])`)
  if (roles) rows = rows.where('roles', '&&', sql<string[]>`${roles}::text[]`)
  return (await rows.execute()).map(accountOf)
}
