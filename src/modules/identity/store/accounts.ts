import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Role } from '../../../kernel/permissions.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import type { Account, AccountQuery, PlainAccount } from '../../../platform/module.ts'
import { NO_PASSWORD } from '../no-password.ts'
import type { PasswordState } from '../rules/duties.ts'
import { heldOn, ownRoles } from './held-roles.ts'
import { type IdentityTables, identityTables, type NewRow } from './tables.ts'

export interface StoredAccount extends PlainAccount {
  passwordHash: string
  passwordSetAt: Date
  mustChangePassword: boolean
  disabledAt: Date | null
  createdAt: Date
}

type AccountRow = Pick<IdentityTables['identity.account'], 'id' | 'username' | 'name' | 'roles' | 'unit_id'>

const plainOf = (row: AccountRow): PlainAccount => ({
  id: row.id,
  username: row.username,
  name: row.name,
  roles: row.roles as Role[],
  unitId: row.unit_id,
})

export const accountOf = (row: AccountRow & Pick<Account, 'held'>): Account => ({
  ...plainOf(row),
  roles: ownRoles(row.roles, row.held),
  held: row.held,
})

/** What `accountOf` needs beside the columns of `account`. */
export const holdingsOn = (today: Day) => heldOn(today).as('held')

type PasswordRow = Pick<
  IdentityTables['identity.account'],
  'password_hash' | 'password_set_at' | 'must_change_password'
>

export const passwordStateOf = (row: PasswordRow): PasswordState => ({
  setAt: row.password_hash === NO_PASSWORD ? null : row.password_set_at,
  mustChange: row.must_change_password,
})

const storedOf = (row: Omit<IdentityTables['identity.account'], 'is_administrator'>): StoredAccount => ({
  ...plainOf(row),
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
  account: PlainAccount & { passwordHash: string; mustChangePassword: boolean },
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

/** Whoever looks which names there are, and makes another, does so alone in the tenant. */
export async function lockUsernames(tx: Tx, tenantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('identity.username'), hashtext(${tenantId}))`.execute(tx)
}

export async function listUsernames(tx: Tx): Promise<string[]> {
  const query = identityTables(tx).selectFrom('identity.account').select('username')
  return (await query.execute()).map(({ username }) => username)
}

const selectAccounts = (tx: Tx, today: Day) =>
  identityTables(tx)
    .selectFrom('identity.account as account')
    .select(['account.id', 'username', 'name', 'roles', 'unit_id'])
    .select(holdingsOn(today))
    .orderBy('username')

/** Every account, the disabled as well, by username. */
export async function listAccounts(tx: Tx, today: Day): Promise<Account[]> {
  return (await selectAccounts(tx, today).execute()).map(accountOf)
}

/** How many accounts are an administrator's of each kind. */
export async function countAdministrators(tx: Tx): Promise<Map<string, number>> {
  const { rows } = await sql<{ role: string; count: number }>`
    select roles[1] as role, count(*)::int as count from identity.account
    where tenant_id = ${thisTenant} and is_administrator and disabled_at is null group by roles[1]`.execute(
    tx,
  )
  return new Map(rows.map(({ role, count }) => [role, count]))
}

/**
 * Those that meet all that the query gives, by username. A disabled account has no duties any more: it is found by
 * its id, which old entries name, but not by role or unit.
 */
export async function findAccounts(tx: Tx, today: Day, query: AccountQuery): Promise<Account[]> {
  const { ids, roles, unitIds, isActive = ids === undefined } = query
  let rows = selectAccounts(tx, today)
  if (isActive) rows = rows.where('disabled_at', 'is', null)
  if (ids) rows = rows.where('account.id', '=', sql<string>`any(${ids}::uuid[])`)
  const found = (await rows.execute()).map(accountOf)
  return found.filter((account) => answersFor(account, { roles, unitIds }))
}

/** With roles: holds one of them, at one of the units if any are given. Without: is of one of the units. */
function answersFor(account: Account, { roles, unitIds }: Pick<AccountQuery, 'roles' | 'unitIds'>): boolean {
  const isThere = (unitId: string | null) =>
    unitIds === undefined || (unitId !== null && unitIds.includes(unitId))
  if (roles === undefined) {
    const own = account.held.filter(({ inNameOf }) => inNameOf === null)
    return isThere(account.unitId) || own.some(({ unitId }) => isThere(unitId))
  }
  const administers = account.held.length === 0 && account.roles.some((role) => roles.includes(role))
  return (
    (administers && isThere(account.unitId)) ||
    account.held.some(({ basis, unitId }) => roles.includes(basis) && isThere(unitId))
  )
}
