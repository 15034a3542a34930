import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Report } from '../schema.ts'
import { type LedgerTables, tables } from './tables.ts'

export async function insertReport(
  tx: Tx,
  row: Insertable<LedgerTables['ledger.progress_report']>,
): Promise<void> {
  await tables(tx).insertInto('ledger.progress_report').values(row).execute()
}

/** The reports of an item in all of its rounds, newest first. */
export async function listReports(tx: Tx, itemId: string): Promise<Report[]> {
  const rows = await tables(tx)
    .selectFrom('ledger.progress_report')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('reported_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(reportOf)
}

function reportOf(row: Selectable<LedgerTables['ledger.progress_report']>): Report {
  const { id, round, kind, done, next, problems, support, value, reporter } = row
  return {
    id,
    round,
    unitId: row.unit_id,
    kind,
    progress: row.progress === null ? null : Number(row.progress),
    done,
    next,
    problems,
    support,
    value,
    reportedAt: row.reported_at.toISOString(),
    reportedOn: row.reported_on,
    reporter,
  }
}
