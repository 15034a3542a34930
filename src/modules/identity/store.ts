import { sql } from 'kysely'
import type { Tx } from '../../kernel/context.ts'
import type { Role } from '../../kernel/permissions.ts'
import type { Account, AccountQuery } from '../../platform/module.ts'
import type { SessionTimes } from './rules/session-limits.ts'

type IdentityTables = {
  'identity.account': {
    tenant_id: string
    id: string
    username: string
    name: string
    password_hash: string
    roles: string[]
    unit_id: string | null
    failed_attempts: number
    locked_until: Date | null
    created_at: Date
  }
  'identity.session': {
    tenant_id: string
    id: string
    account_id: string
    token_hash: string
    created_at: Date
    last_seen_at: Date
    expires_at: Date
    ended_at: Date | null
  }
}

export interface StoredAccount extends Account {
  passwordHash: string
  failedAttempts: number
  lockedUntil: Date | null
}

export interface StoredSession extends SessionTimes {
  id: string
  account: Account
}

export interface NewRow {
  tenantId: string
  createdAt: Date
}

const tables = (tx: Tx) => tx.withTables<IdentityTables>()

type AccountRow = Pick<IdentityTables['identity.account'], 'id' | 'username' | 'name' | 'roles' | 'unit_id'>

const accountOf = (row: AccountRow): Account => ({
  id: row.id,
  username: row.username,
  name: row.name,
  roles: row.roles as Role[],
  unitId: row.unit_id,
})

/** Locks the row, so that tries made at the same moment are counted one after the other. */
export async function findAccountToSignIn(tx: Tx, username: string): Promise<StoredAccount | undefined> {
  const query = tables(tx).selectFrom('identity.account').selectAll().where('username', '=', username)
  const row = await query.forUpdate().executeTakeFirst()
  if (!row) return undefined
  return {
    ...accountOf(row),
    passwordHash: row.password_hash,
    failedAttempts: row.failed_attempts,
    lockedUntil: row.locked_until,
  }
}

/** False when the username is taken. */
export async function insertAccount(
  tx: Tx,
  account: Account & { passwordHash: string },
  { tenantId, createdAt }: NewRow,
): Promise<boolean> {
  const result = await tables(tx)
    .insertInto('identity.account')
    .values({
      tenant_id: tenantId,
      id: account.id,
      username: account.username,
      name: account.name,
      password_hash: account.passwordHash,
      roles: [...account.roles],
      unit_id: account.unitId,
      failed_attempts: 0,
      locked_until: null,
      created_at: createdAt,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'username']).doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function updateTries(
  tx: Tx,
  accountId: string,
  tries: { failedAttempts: number; lockedUntil: Date | null },
): Promise<void> {
  const set = { failed_attempts: tries.failedAttempts, locked_until: tries.lockedUntil }
  await tables(tx).updateTable('identity.account').set(set).where('id', '=', accountId).execute()
}

export async function listAccounts(tx: Tx): Promise<Account[]> {
  const columns = ['id', 'username', 'name', 'roles', 'unit_id'] as const
  const query = tables(tx).selectFrom('identity.account').select(columns).orderBy('username')
  return (await query.execute()).map(accountOf)
}

/** Those that meet all that the query gives, by username. */
export async function findAccounts(tx: Tx, { ids, roles, unitIds }: AccountQuery): Promise<Account[]> {
  const columns = ['id', 'username', 'name', 'roles', 'unit_id'] as const
  let query = tables(tx).selectFrom('identity.account').select(columns).orderBy('username')
  if (ids) query = query.where('id', '=', sql<string>`any(${ids}::uuid[])`)
  if (unitIds) query = query.where('unit_id', '=', sql<string>`any(${unitIds}::uuid[])`)
  if (roles) query = query.where('roles', '&&', sql<string[]>`${roles}::text[]`)
  return (await query.execute()).map(accountOf)
}

export async function insertSession(
  tx: Tx,
  session: { id: string; accountId: string; tokenHash: string; expiresAt: Date },
  { tenantId, createdAt }: NewRow,
): Promise<void> {
  const row = {
    tenant_id: tenantId,
    id: session.id,
    account_id: session.accountId,
    token_hash: session.tokenHash,
    created_at: createdAt,
    last_seen_at: createdAt,
    expires_at: session.expiresAt,
    ended_at: null,
  }
  await tables(tx).insertInto('identity.session').values(row).execute()
}

export async function findSession(tx: Tx, tokenHash: string): Promise<StoredSession | undefined> {
  const row = await tables(tx)
    .selectFrom('identity.session as session')
    .innerJoin('identity.account as account', (join) =>
      join
        .onRef('account.tenant_id', '=', 'session.tenant_id')
        .onRef('account.id', '=', 'session.account_id'),
    )
    .select(['account.id', 'account.username', 'account.name', 'account.roles', 'account.unit_id'])
    .select(['session.id as session_id', 'session.last_seen_at', 'session.expires_at', 'session.ended_at'])
    .where('session.token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.session_id,
    account: accountOf(row),
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
  }
}

export async function updateSession(
  tx: Tx,
  id: string,
  change: { lastSeenAt?: Date; endedAt?: Date },
): Promise<void> {
  const set = {
    ...(change.lastSeenAt ? { last_seen_at: change.lastSeenAt } : {}),
    ...(change.endedAt ? { ended_at: change.endedAt } : {}),
  }
  await tables(tx).updateTable('identity.session').set(set).where('id', '=', id).execute()
}
