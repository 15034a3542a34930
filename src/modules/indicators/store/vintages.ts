import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import { tables, type VintageTable } from './tables.ts'

export interface StoredVintage {
  readonly number: number
  readonly publishedAt: Date
  readonly publishedBy: string
  readonly source: string
  readonly note: string
  readonly contentHash: string
  readonly blocks: number
  readonly rows: number
}

export async function insertVintage(tx: Tx, row: VintageTable): Promise<void> {
  await tables(tx).insertInto('indicators.vintage').values(row).execute()
}

/** The newest first. */
export async function listVintages(tx: Tx, limit: number): Promise<StoredVintage[]> {
  const rows = await tables(tx)
    .selectFrom('indicators.vintage')
    .selectAll()
    .orderBy('number', 'desc')
    .limit(limit)
    .execute()
  return rows.map(vintageOf)
}

export async function findVintages(tx: Tx, numbers: readonly number[]): Promise<StoredVintage[]> {
  if (numbers.length === 0) return []
  const rows = await tables(tx)
    .selectFrom('indicators.vintage')
    .selectAll()
    .where('number', 'in', numbers)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(vintageOf)
}

/** The vintages that hold values of an indicator, ascending. */
export async function vintagesOfIndicator(tx: Tx, indicator: number): Promise<StoredVintage[]> {
  const { rows } = await sql<{ vintage: number }>`select distinct vintage from indicators.block
    where tenant_id = ${thisTenant} and indicator = ${indicator} order by vintage`.execute(tx)
  return (
    await findVintages(
      tx,
      rows.map(({ vintage }) => vintage),
    )
  ).toReversed()
}

function vintageOf(row: Selectable<VintageTable>): StoredVintage {
  return {
    number: row.number,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    source: row.source,
    note: row.note,
    contentHash: row.content_hash,
    blocks: row.blocks,
    rows: row.rows,
  }
}
