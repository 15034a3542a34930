import type { Context, Tx } from '../../../kernel/context.ts'
import { journalAll } from '../../../platform/journal/index.ts'
import { selectEntered } from '../store/entered-items.ts'

const BATCH = 1000

/** Numbers that were given out in a row: the counter is locked until the import ends. */
export interface EnteredNumbers {
  readonly year: number
  readonly first: number
  readonly last: number
}

/**
 * Journals the items that an import entered, as they are stored: kept in memory until the end, their entries grew with
 * the rows.
 */
export async function journalEntered(
  ctx: Context,
  tx: Tx,
  { numbers, importId }: { numbers: EnteredNumbers; importId: string },
): Promise<void> {
  const { year, last } = numbers
  for (let after = numbers.first - 1; after < last; ) {
    const items = await selectEntered(tx, { year, after, until: last, limit: BATCH })
    if (items.length !== Math.min(BATCH, last - after))
      throw new Error(`import ${importId} lost items after ${year}-${after} on its way to the journal`)
    await journalAll(
      tx,
      ctx,
      items.map(({ id, sequence: _, ...item }) => ({
        action: 'ledger.item-created',
        subject: { type: 'item', id },
        detail: { ...item, source: 'import', importId },
      })),
    )
    after = items.at(-1)!.sequence
  }
}
