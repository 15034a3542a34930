import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Pressing } from '../schema.ts'
import { type LedgerTables, tables } from './tables.ts'

export async function insertPressing(
  tx: Tx,
  row: Insertable<LedgerTables['ledger.pressing']>,
): Promise<void> {
  await tables(tx).insertInto('ledger.pressing').values(row).execute()
}

/** The next number of letters or notices in a year. The counter stays locked until the transaction ends: no gaps. */
export async function takeLetterNumber(
  tx: Tx,
  { tenantId, kind, year }: { tenantId: string; kind: string; year: number },
): Promise<number> {
  const { last } = await tables(tx)
    .insertInto('ledger.letter_counter')
    .values({ tenant_id: tenantId, kind, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'kind', 'year']).doUpdateSet({ last: sql`letter_counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

/** Pressings, letters and notices of an item, newest first. */
export async function listPressings(tx: Tx, itemId: string): Promise<Pressing[]> {
  const rows = await tables(tx)
    .selectFrom('ledger.pressing')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('pressed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    round: row.round,
    kind: row.kind,
    colour: row.colour,
    number: row.number,
    text: row.text,
    answerBy: row.answer_by,
    pressedAt: row.pressed_at.toISOString(),
    pressedOn: row.pressed_on,
    presser: row.presser,
  }))
}

/** The latest supervision letter of each of these items, the oldest first. */
export async function latestLetters(
  tx: Tx,
  itemIds: readonly string[],
): Promise<{ itemId: string; number: string; answerBy: string | null }[]> {
  if (itemIds.length === 0) return []
  const rows = await tables(tx)
    .selectFrom('ledger.pressing')
    .select(['item_id', 'number', 'answer_by', 'pressed_at'])
    .distinctOn('item_id')
    .where('item_id', 'in', itemIds)
    .where('kind', '=', 'letter')
    .where('number', 'is not', null)
    .orderBy('item_id')
    .orderBy('pressed_at', 'desc')
    .execute()
  return rows
    .toSorted((a, b) => a.pressed_at.getTime() - b.pressed_at.getTime())
    .map(({ item_id, number, answer_by }) => ({ itemId: item_id, number: number!, answerBy: answer_by }))
}
