import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Account } from '../../../platform/module.ts'
import type { PasswordState } from '../rules/duties.ts'
import { accountOf, holdingsOn, passwordStateOf } from './accounts.ts'
import { identityTables, type NewRow } from './tables.ts'

export interface TokenLine {
  id: string
  name: string
  permissions: string[]
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
}

export interface StoredToken {
  id: string
  name: string
  permissions: string[]
  lastSeenAt: Date | null
  account: Account
  isDisabled: boolean
  password: PasswordState
  hasSecondFactor: boolean
  settings: unknown
}

export async function insertToken(
  tx: Tx,
  token: Omit<TokenLine, 'createdAt' | 'lastUsedAt'> & { accountId: string; tokenHash: string },
  { tenantId, createdAt }: NewRow,
): Promise<void> {
  const row = {
    tenant_id: tenantId,
    id: token.id,
    account_id: token.accountId,
    name: token.name,
    token_hash: token.tokenHash,
    permissions: token.permissions,
    created_at: createdAt,
    expires_at: token.expiresAt,
    last_used_at: null,
    revoked_at: null,
  }
  await identityTables(tx).insertInto('identity.api_token').values(row).execute()
}

/** Neither revoked nor past its day, newest first. */
export async function listTokens(tx: Tx, accountId: string, now: Date): Promise<TokenLine[]> {
  const rows = await identityTables(tx)
    .selectFrom('identity.api_token')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    permissions: row.permissions,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  }))
}

/** One that is neither revoked nor past its day, with all that decides whether it opens anything. */
export async function findToken(
  tx: Tx,
  tokenHash: string,
  { now, today }: { now: Date; today: Day },
): Promise<StoredToken | undefined> {
  const row = await identityTables(tx)
    .selectFrom('identity.api_token as token')
    .innerJoin('identity.account as account', (join) =>
      join.onRef('account.tenant_id', '=', 'token.tenant_id').onRef('account.id', '=', 'token.account_id'),
    )
    .leftJoin('identity.security_settings as settings', 'settings.tenant_id', 'token.tenant_id')
    .leftJoin('identity.second_factor as factor', (join) =>
      join.onRef('factor.tenant_id', '=', 'account.tenant_id').onRef('factor.account_id', '=', 'account.id'),
    )
    .select(['account.id', 'account.username', 'account.name', 'account.roles', 'account.unit_id'])
    .select(['account.disabled_at', 'account.password_set_at', 'account.must_change_password'])
    .select(['account.password_hash'])
    .select(['token.id as token_id', 'token.name as token_name', 'token.permissions', 'token.last_used_at'])
    .select(['settings.settings', 'factor.confirmed_at'])
    .select(holdingsOn(today))
    .where('token.token_hash', '=', tokenHash)
    .where('token.revoked_at', 'is', null)
    .where('token.expires_at', '>', now)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.token_id,
    name: row.token_name,
    permissions: row.permissions,
    lastSeenAt: row.last_used_at,
    account: accountOf(row),
    isDisabled: row.disabled_at !== null,
    password: passwordStateOf(row),
    hasSecondFactor: row.confirmed_at !== null,
    settings: row.settings,
  }
}

export async function updateLastUsed(tx: Tx, id: string, lastUsedAt: Date): Promise<void> {
  const query = identityTables(tx).updateTable('identity.api_token').set({ last_used_at: lastUsedAt })
  await query.where('id', '=', id).execute()
}

/** One token of the account, or all; answers the names of those that were not revoked before. */
export async function revokeTokens(
  tx: Tx,
  { accountId, only }: { accountId: string; only?: string },
  revokedAt: Date,
): Promise<string[]> {
  let query = identityTables(tx)
    .updateTable('identity.api_token')
    .set({ revoked_at: revokedAt })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
  if (only !== undefined) query = query.where('id', '=', only)
  return (await query.returning('name').execute()).map(({ name }) => name)
}
