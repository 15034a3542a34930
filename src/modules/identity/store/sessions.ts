import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Account } from '../../../platform/module.ts'
import type { PasswordState } from '../rules/duties.ts'
import type { SessionTimes } from '../rules/session-limits.ts'
import { accountOf, holdingsOn, passwordStateOf } from './accounts.ts'
import { identityTables, type NewRow } from './tables.ts'

export interface StoredSession extends SessionTimes {
  id: string
  account: Account
  isDisabled: boolean
  password: PasswordState
  hasSecondFactor: boolean
  /** As the security administrator set them; undefined when nobody did. */
  settings: unknown
}

export interface SessionLine extends SessionTimes {
  id: string
  device: string
  address: string
  createdAt: Date
}

export async function insertSession(
  tx: Tx,
  session: {
    id: string
    accountId: string
    tokenHash: string
    device: string
    address: string
    expiresAt: Date
  },
  { tenantId, createdAt }: NewRow,
): Promise<void> {
  const row = {
    tenant_id: tenantId,
    id: session.id,
    account_id: session.accountId,
    token_hash: session.tokenHash,
    device: session.device,
    address: session.address,
    created_at: createdAt,
    last_seen_at: createdAt,
    expires_at: session.expiresAt,
    ended_at: null,
  }
  await identityTables(tx).insertInto('identity.session').values(row).execute()
}

/** With all that decides whether it still opens anything, in one statement: every request asks. */
export async function findSession(tx: Tx, tokenHash: string, today: Day): Promise<StoredSession | undefined> {
  const row = await identityTables(tx)
    .selectFrom('identity.session as session')
    .innerJoin('identity.account as account', (join) =>
      join
        .onRef('account.tenant_id', '=', 'session.tenant_id')
        .onRef('account.id', '=', 'session.account_id'),
    )
    .leftJoin('identity.security_settings as settings', 'settings.tenant_id', 'session.tenant_id')
    .leftJoin('identity.second_factor as factor', (join) =>
      join.onRef('factor.tenant_id', '=', 'account.tenant_id').onRef('factor.account_id', '=', 'account.id'),
    )
    .select(['account.id', 'account.username', 'account.name', 'account.roles', 'account.unit_id'])
    .select(['account.disabled_at', 'account.password_set_at', 'account.must_change_password'])
    .select(['account.password_hash'])
    .select(['session.id as session_id', 'session.last_seen_at', 'session.expires_at', 'session.ended_at'])
    .select(['settings.settings', 'factor.confirmed_at'])
    .select(holdingsOn(today))
    .where('session.token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    id: row.session_id,
    account: accountOf(row),
    isDisabled: row.disabled_at !== null,
    password: passwordStateOf(row),
    hasSecondFactor: row.confirmed_at !== null,
    settings: row.settings,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
  }
}

/** Those of an account that nobody ended and whose day is not over, newest first. */
export async function listSessions(tx: Tx, accountId: string, now: Date): Promise<SessionLine[]> {
  const rows = await identityTables(tx)
    .selectFrom('identity.session')
    .select(['id', 'device', 'address', 'created_at', 'last_seen_at', 'expires_at', 'ended_at'])
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    address: row.address,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    endedAt: row.ended_at,
  }))
}

export async function updateLastSeen(tx: Tx, id: string, lastSeenAt: Date): Promise<void> {
  const query = identityTables(tx).updateTable('identity.session').set({ last_seen_at: lastSeenAt })
  await query.where('id', '=', id).execute()
}

/** Ends the account's sessions, one of them or all but one; answers the ids of those that were not ended before. */
export async function endSessions(
  tx: Tx,
  { accountId, only, except }: { accountId: string; only?: string; except?: string },
  endedAt: Date,
): Promise<string[]> {
  let query = identityTables(tx)
    .updateTable('identity.session')
    .set({ ended_at: endedAt })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', endedAt)
  if (only !== undefined) query = query.where('id', '=', only)
  if (except !== undefined) query = query.where('id', '<>', except)
  return (await query.returning('id').execute()).map(({ id }) => id)
}
