import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import { searchWords } from '../../../platform/segmenter/index.ts'
import { tables } from './tables.ts'

/** Puts the words of an item's text in place of the former ones. */
export async function replaceWords(
  tx: Tx,
  { tenantId, itemId, text }: { tenantId: string; itemId: string; text: string },
): Promise<void> {
  await tables(tx).deleteFrom('ledger.item_word').where('item_id', '=', itemId).execute()
  const words = searchWords(text)
  if (words.length === 0) return
  await tables(tx)
    .insertInto('ledger.item_word')
    .values(words.map((word) => ({ tenant_id: tenantId, word, item_id: itemId })))
    .execute()
}

/** The word that the fewest items have, if these are fewer than `below`; nobody counts further. */
export async function findRareWord(
  tx: Tx,
  words: readonly string[],
  below: number,
): Promise<string | undefined> {
  const { rows } = await sql<{ word: string }>`
    select wanted.word from unnest(${words}::text[]) as wanted (word), lateral (
      select count(*) as items from (
        select from ledger.item_word
        where item_word.tenant_id = ${thisTenant} and item_word.word = wanted.word limit ${below}) found
    ) counted where counted.items < ${below} order by counted.items limit 1`.execute(tx)
  return rows[0]?.word
}
