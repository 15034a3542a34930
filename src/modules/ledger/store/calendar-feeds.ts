import type { Tx } from '../../../kernel/context.ts'
import { tables } from './tables.ts'

export interface StoredFeed {
  readonly tokenHash: string
  readonly accountId: string
  readonly createdAt: Date
}

type FeedRow = { token_hash: string; account_id: string; created_at: Date }

/** An account's address that has not been revoked. */
export async function findFeed(
  tx: Tx,
  by: { accountId: string } | { tokenHash: string },
): Promise<StoredFeed | undefined> {
  const query = tables(tx)
    .selectFrom('ledger.calendar_feed')
    .select(['token_hash', 'account_id', 'created_at'])
    .where('revoked_at', 'is', null)
  const row = await ('accountId' in by
    ? query.where('account_id', '=', by.accountId)
    : query.where('token_hash', '=', by.tokenHash)
  ).executeTakeFirst()
  return row && feedOf(row)
}

export async function insertFeed(tx: Tx, tenantId: string, feed: StoredFeed): Promise<void> {
  const { tokenHash, accountId, createdAt } = feed
  await tables(tx)
    .insertInto('ledger.calendar_feed')
    .values({
      tenant_id: tenantId,
      token_hash: tokenHash,
      account_id: accountId,
      created_at: createdAt,
      revoked_at: null,
    })
    .execute()
}

/** Ends the account's addresses; how many there were. */
export async function revokeFeeds(tx: Tx, accountId: string, at: Date): Promise<number> {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('ledger.calendar_feed')
    .set({ revoked_at: at })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

function feedOf(row: FeedRow): StoredFeed {
  return { tokenHash: row.token_hash, accountId: row.account_id, createdAt: row.created_at }
}
