import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { BlockRow } from './read-blocks.ts'

/** Blocks of one statement: 70 units each, so about a megabyte. */
const BATCH = 1000

/** Writes the blocks of one vintage, as arrays in a few statements: a million values take seconds. */
export async function writeBlocks(
  tx: Tx,
  { tenantId, vintage }: { tenantId: string; vintage: number },
  blocks: readonly Omit<BlockRow, 'vintage'>[],
): Promise<void> {
  for (let from = 0; from < blocks.length; from += BATCH) {
    const batch = blocks.slice(from, from + BATCH)
    const notes = batch.map((block) => block.notes && JSON.stringify(block.notes))
    await sql`insert into indicators.block (tenant_id, indicator, period, vintage, units, values, notes)
      select ${tenantId}::uuid, row.indicator, row.period, ${vintage}::int, row.units::int[], row.values::numeric[], row.notes::jsonb
      from unnest(${batch.map(({ indicator }) => indicator)}::int[], ${batch.map(({ period }) => period)}::int[],
          ${batch.map(({ units }) => units)}::text[], ${batch.map(({ values }) => values)}::text[], ${notes}::text[])
        as row (indicator, period, units, values, notes)
      returning 1`.execute(tx)
  }
}
