import type { Tx } from '../../../kernel/context.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Role } from '../../../kernel/permissions.ts'
import type { ChangeKind } from '../rules/account-change.ts'
import { type IdentityTables, identityTables, type NewRow } from './tables.ts'

export interface AccountChange {
  kind: ChangeKind
  accountId: string
  /** With `set-roles`. */
  roles: readonly Role[] | null
  /** With `reset-password`. */
  passwordHash: string | null
}

export interface StoredChange extends AccountChange {
  id: string
  askedBy: string
  askedRole: string
  askedAt: Date
}

const changeOf = (row: IdentityTables['identity.account_change']): StoredChange => ({
  id: row.id,
  kind: row.kind as ChangeKind,
  accountId: row.account_id,
  roles: row.roles as Role[] | null,
  passwordHash: row.password_hash,
  askedBy: row.asked_by,
  askedRole: row.asked_role,
  askedAt: row.asked_at,
})

/** The new row's id; undefined when the same change of the account waits already. */
export async function insertChange(
  tx: Tx,
  change: AccountChange & { askedBy: string; askedRole: string },
  { tenantId, createdAt }: NewRow,
): Promise<string | undefined> {
  const row = await identityTables(tx)
    .insertInto('identity.account_change')
    .values({
      tenant_id: tenantId,
      id: newId(),
      account_id: change.accountId,
      kind: change.kind,
      roles: change.roles && [...change.roles],
      password_hash: change.passwordHash,
      asked_by: change.askedBy,
      asked_role: change.askedRole,
      asked_at: createdAt,
      decision: null,
      decided_by: null,
      decided_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'account_id', 'kind']).where('decision', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Those that wait, oldest first. */
export async function listWaitingChanges(tx: Tx): Promise<StoredChange[]> {
  const query = identityTables(tx).selectFrom('identity.account_change').selectAll()
  return (await query.where('decision', 'is', null).orderBy('asked_at').orderBy('id').execute()).map(changeOf)
}

/** Locks the row; undefined when it is not there or decided. */
export async function findWaitingChange(tx: Tx, id: string): Promise<StoredChange | undefined> {
  const query = identityTables(tx).selectFrom('identity.account_change').selectAll().where('id', '=', id)
  const row = await query.where('decision', 'is', null).forUpdate().executeTakeFirst()
  return row && changeOf(row)
}

/** The hash of a password that was asked for is not kept longer. */
export async function decideChange(
  tx: Tx,
  id: string,
  decided: { decision: 'confirmed' | 'refused' | 'withdrawn'; by: string; at: Date },
): Promise<void> {
  const { decision, by, at } = decided
  const set = { decision, decided_by: by, decided_at: at, password_hash: null }
  await identityTables(tx).updateTable('identity.account_change').set(set).where('id', '=', id).execute()
}
