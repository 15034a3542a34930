import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { identityTables, type NewRow } from './tables.ts'

export interface StoredFactor {
  sealedSecret: string | null
  confirmedAt: Date | null
  pendingSecret: string | null
  lastStep: number
}

/** Since when the account has one; null without. */
export async function findFactorSince(tx: Tx, accountId: string): Promise<Date | null> {
  const query = identityTables(tx).selectFrom('identity.second_factor').select('confirmed_at')
  const row = await query.where('account_id', '=', accountId).executeTakeFirst()
  return row?.confirmed_at ?? null
}

/** Locks the row, so that one code cannot be used twice at the same moment. */
export async function findFactorToUse(tx: Tx, accountId: string): Promise<StoredFactor | undefined> {
  const row = await identityTables(tx)
    .selectFrom('identity.second_factor')
    .selectAll()
    .where('account_id', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  return {
    sealedSecret: row.sealed_secret,
    confirmedAt: row.confirmed_at,
    pendingSecret: row.pending_secret,
    lastStep: Number(row.last_step),
  }
}

export async function savePendingSecret(
  tx: Tx,
  { accountId, pendingSecret }: { accountId: string; pendingSecret: string },
  tenantId: string,
): Promise<void> {
  const row = { tenant_id: tenantId, account_id: accountId, pending_secret: pendingSecret }
  await identityTables(tx)
    .insertInto('identity.second_factor')
    .values({ ...row, sealed_secret: null, confirmed_at: null, last_step: 0 })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'account_id']).doUpdateSet({ pending_secret: pendingSecret }),
    )
    .execute()
}

/** The pending secret becomes the one in force. */
export async function confirmFactor(
  tx: Tx,
  accountId: string,
  { sealedSecret, confirmedAt, lastStep }: { sealedSecret: string; confirmedAt: Date; lastStep: number },
): Promise<void> {
  await identityTables(tx)
    .updateTable('identity.second_factor')
    .set({
      sealed_secret: sealedSecret,
      confirmed_at: confirmedAt,
      pending_secret: null,
      last_step: lastStep,
    })
    .where('account_id', '=', accountId)
    .execute()
}

export async function updateLastStep(tx: Tx, accountId: string, lastStep: number): Promise<void> {
  const query = identityTables(tx).updateTable('identity.second_factor').set({ last_step: lastStep })
  await query.where('account_id', '=', accountId).execute()
}

/** The factor and its recovery codes; true when there was one in force. */
export async function deleteFactor(tx: Tx, accountId: string): Promise<boolean> {
  const tables = identityTables(tx)
  await tables.deleteFrom('identity.recovery_code').where('account_id', '=', accountId).execute()
  const query = tables.deleteFrom('identity.second_factor').where('account_id', '=', accountId)
  const row = await query.returning('confirmed_at').executeTakeFirst()
  return row !== undefined && row.confirmed_at !== null
}

/** The new codes instead of all that were there. */
export async function replaceRecoveryCodes(
  tx: Tx,
  { accountId, hashes }: { accountId: string; hashes: readonly string[] },
  tenantId: string,
): Promise<void> {
  const tables = identityTables(tx)
  await tables.deleteFrom('identity.recovery_code').where('account_id', '=', accountId).execute()
  const row = (hash: string) => ({
    tenant_id: tenantId,
    account_id: accountId,
    code_hash: hash,
    used_at: null,
  })
  await tables.insertInto('identity.recovery_code').values(hashes.map(row)).execute()
}

/** True when the code was there and unused; it is used now. */
export async function takeRecoveryCode(
  tx: Tx,
  { accountId, hash }: { accountId: string; hash: string },
  usedAt: Date,
): Promise<boolean> {
  const result = await identityTables(tx)
    .updateTable('identity.recovery_code')
    .set({ used_at: usedAt })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export async function countRecoveryCodes(tx: Tx, accountId: string): Promise<number> {
  const row = await identityTables(tx)
    .selectFrom('identity.recovery_code')
    .select(sql<number>`count(*)`.as('count'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

export interface StoredChallenge {
  accountId: string
  proved: string
}

export async function insertChallenge(
  tx: Tx,
  challenge: StoredChallenge & { tokenHash: string; expiresAt: Date },
  { tenantId, createdAt }: NewRow,
): Promise<void> {
  const tables = identityTables(tx)
  await tables.deleteFrom('identity.sign_in_challenge').where('expires_at', '<=', createdAt).execute()
  const row = {
    tenant_id: tenantId,
    token_hash: challenge.tokenHash,
    account_id: challenge.accountId,
    proved: challenge.proved,
    expires_at: challenge.expiresAt,
  }
  await tables.insertInto('identity.sign_in_challenge').values(row).execute()
}

/** One that has not expired. */
export async function findChallenge(
  tx: Tx,
  tokenHash: string,
  now: Date,
): Promise<StoredChallenge | undefined> {
  const row = await identityTables(tx)
    .selectFrom('identity.sign_in_challenge')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row && { accountId: row.account_id, proved: row.proved }
}

export async function deleteChallenge(tx: Tx, tokenHash: string): Promise<void> {
  const query = identityTables(tx).deleteFrom('identity.sign_in_challenge')
  await query.where('token_hash', '=', tokenHash).execute()
}

/** Those of an account: whoever had shown the old password must show the new one. */
export async function deleteChallengesOf(tx: Tx, accountId: string): Promise<void> {
  const query = identityTables(tx).deleteFrom('identity.sign_in_challenge')
  await query.where('account_id', '=', accountId).execute()
}
