import { type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Round, Verification } from '../schema.ts'
import { type LedgerTables, tables } from './tables.ts'

export async function insertVerification(
  tx: Tx,
  row: Insertable<LedgerTables['ledger.verification']>,
): Promise<void> {
  await tables(tx).insertInto('ledger.verification').values(row).execute()
}

/** The verifications of an item, oldest first. */
export async function listVerifications(tx: Tx, itemId: string): Promise<Verification[]> {
  const rows = await tables(tx)
    .selectFrom('ledger.verification')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('verified_at')
    .orderBy('id')
    .execute()
  return rows.map(verificationOf)
}

/** How often the item was returned in a round. */
export async function countReturns(
  tx: Tx,
  { itemId, round }: { itemId: string; round: number },
): Promise<number> {
  const { count } = await tables(tx)
    .selectFrom('ledger.verification')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('item_id', '=', itemId)
    .where('round', '=', round)
    .where('purpose', '=', 'closing')
    .where('result', '=', 'failed')
    .executeTakeFirstOrThrow()
  return count
}

/** Keeps a round that ended with a close, for ever. */
export async function insertRound(tx: Tx, row: Insertable<LedgerTables['ledger.round']>): Promise<void> {
  await tables(tx).insertInto('ledger.round').values(row).execute()
}

/** The rounds of an item that ended, oldest first. */
export async function listRounds(tx: Tx, itemId: string): Promise<Round[]> {
  const rows = await tables(tx)
    .selectFrom('ledger.round')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('round')
    .execute()
  return rows.map((row) => ({
    round: row.round,
    dispatchedOn: row.dispatched_on,
    signedOn: row.signed_on,
    dueOn: row.due_on,
    firstDueOn: row.first_due_on,
    finishedOn: row.finished_on,
    closedOn: row.closed_on,
    wasLate: row.was_late,
    returnedCount: row.returned_count,
  }))
}

function verificationOf(row: Selectable<LedgerTables['ledger.verification']>): Verification {
  const { id, round, purpose, method, result, findings, verifier } = row
  return {
    id,
    round,
    purpose,
    method,
    thirdParty: row.third_party,
    result,
    findings,
    verifiedAt: row.verified_at.toISOString(),
    verifiedOn: row.verified_on,
    verifier,
  }
}
