import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Evidence } from '../schema.ts'
import { type LedgerTables, tables } from './tables.ts'

export async function insertEvidence(
  tx: Tx,
  row: Insertable<LedgerTables['ledger.evidence']>,
): Promise<Evidence> {
  const inserted = await tables(tx)
    .insertInto('ledger.evidence')
    .values(row)
    .returningAll()
    .executeTakeFirstOrThrow()
  return evidenceOf(inserted)
}

interface Putting {
  readonly itemId: string
  readonly round: number
  readonly ids: readonly string[]
  readonly reportId: string
  readonly unitId: string
  readonly adderId: string
}

/**
 * Puts evidence to a report: of this round, added by the reporting unit or the reporter, and not yet with another report.
 * Returns the ids that were put.
 */
export async function putToReport(tx: Tx, putting: Putting): Promise<string[]> {
  const { itemId, round, ids, reportId, unitId, adderId } = putting
  if (ids.length === 0) return []
  const rows = await tables(tx)
    .updateTable('ledger.evidence')
    .set({ report_id: reportId })
    .where('item_id', '=', itemId)
    .where('round', '=', round)
    .where('id', 'in', ids)
    .where('report_id', 'is', null)
    .where((eb) => eb.or([eb('unit_id', '=', unitId), eb('adder_id', '=', adderId)]))
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The evidence of an item in all of its rounds, in the order in which it came. */
export async function listEvidence(tx: Tx, itemId: string): Promise<Evidence[]> {
  const rows = await tables(tx)
    .selectFrom('ledger.evidence')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map(evidenceOf)
}

export async function findEvidence(
  tx: Tx,
  { itemId, id }: { itemId: string; id: string },
): Promise<Evidence | undefined> {
  const row = await tables(tx)
    .selectFrom('ledger.evidence')
    .selectAll()
    .where('item_id', '=', itemId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && evidenceOf(row)
}

function evidenceOf(row: Selectable<LedgerTables['ledger.evidence']>): Evidence {
  const { id, round, kind, bytes, sha256, url, note } = row
  return {
    id,
    reportId: row.report_id,
    round,
    unitId: row.unit_id,
    kind,
    fileName: row.file_name,
    mediaType: row.media_type,
    bytes,
    sha256,
    url,
    note,
    addedAt: row.added_at.toISOString(),
    addedBy: row.added_by,
  }
}
