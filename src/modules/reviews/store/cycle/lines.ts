import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '../../../../kernel/context.ts'
import { cycleTables, type LineTable } from './tables.ts'

export type StoredLine = Selectable<LineTable>

/** A line by its id, of the units that the actor may see; locked until the transaction ends if asked for. */
export function findLine(tx: Tx, id: string, { forUpdate = false } = {}): Promise<StoredLine | undefined> {
  const query = cycleTables(tx).selectFrom('reviews.review_line').selectAll().where('id', '=', id)
  return (forUpdate ? query.forUpdate() : query).executeTakeFirst()
}

/** The lines of a review, of one unit only if given, strengths first, each side in its order. */
export async function listLines(tx: Tx, reviewId: string, unitId?: string): Promise<StoredLine[]> {
  let query = cycleTables(tx).selectFrom('reviews.review_line').selectAll().where('review_id', '=', reviewId)
  if (unitId !== undefined) query = query.where('unit_id', '=', unitId)
  const lines = await query.orderBy('position').orderBy('id').execute()
  return lines.toSorted((a, b) => SIDES.indexOf(a.side) - SIDES.indexOf(b.side))
}

const SIDES = ['strength', 'shortfall', 'follow-up']

/** Puts lines down; one that another draft has put down meanwhile is left out. */
export async function insertLines(tx: Tx, rows: readonly Insertable<LineTable>[]): Promise<number> {
  if (rows.length === 0) return 0
  const inserted = await cycleTables(tx)
    .insertInto('reviews.review_line')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'review_id', 'unit_id', 'key']).doNothing())
    .returning('id')
    .execute()
  return inserted.length
}

/** Changes a line of which this version was read; whether it still stood there. */
export async function updateLine(
  tx: Tx,
  { id, version }: Pick<StoredLine, 'id' | 'version'>,
  change: Partial<Insertable<LineTable>>,
): Promise<boolean> {
  const updated = await cycleTables(tx)
    .updateTable('reviews.review_line')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}
