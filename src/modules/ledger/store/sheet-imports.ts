import { type ColumnType, type Insertable, type Selectable, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { RememberedMapping, SheetImportState } from '../schema/sheets.ts'

type Json = ColumnType<unknown, string, string>

type SheetTables = {
  'ledger.sheet_import': {
    tenant_id: string
    id: string
    file_name: string
    sha256: string
    bytes: number
    format: 'xlsx' | 'xls' | 'csv'
    state: SheetImportState
    mapping: Json
    options: Json
    preview: Json
    problems: Json
    counts: Json
    rows_done: number
    rows_total: number | null
    failure: Json
    created_at: Date
    creator_id: string
    created_by: string
    finished_at: Date | null
  }
  'ledger.sheet_mapping': { tenant_id: string; fingerprint: string; mapping: Json; used_at: Date }
}

export type StoredImport = Selectable<SheetTables['ledger.sheet_import']>
export type ImportChange = Partial<Insertable<SheetTables['ledger.sheet_import']>>

const tables = (tx: Tx) => tx.withTables<SheetTables>()

export async function insertImport(
  tx: Tx,
  row: Insertable<SheetTables['ledger.sheet_import']>,
): Promise<void> {
  await tables(tx).insertInto('ledger.sheet_import').values(row).execute()
}

export function findImport(
  tx: Tx,
  id: string,
  { forUpdate = false } = {},
): Promise<StoredImport | undefined> {
  const query = tables(tx).selectFrom('ledger.sheet_import').selectAll().where('id', '=', id)
  return (forUpdate ? query.forUpdate() : query).executeTakeFirst()
}

/** The latest imports without their rows. */
export function listImports(tx: Tx, limit: number) {
  return tables(tx)
    .selectFrom('ledger.sheet_import')
    .select(['id', 'file_name', 'state', 'counts', 'created_at', 'created_by', 'finished_at'])
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
}

/**
 * Changes an import that is in one of these states; false when it is in another by now. With `of` also only while it has
 * the same mapping and options: somebody may have cancelled, changed them and begun again meanwhile.
 */
export async function updateImport(
  tx: Tx,
  { id, from, of }: { id: string; from: readonly SheetImportState[]; of?: StoredImport },
  change: ImportChange,
): Promise<boolean> {
  let query = tables(tx)
    .updateTable('ledger.sheet_import')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', from)
  if (of)
    query = query
      .where('mapping', '=', sql`${JSON.stringify(of.mapping)}::jsonb`)
      .where('options', '=', sql`${JSON.stringify(of.options)}::jsonb`)
  const result = await query.executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/**
 * Waits until no other import of the tenant enters rows, and keeps the others waiting until the transaction ends: of two
 * that bring the same new row, the second has to find the item that the first made.
 */
export async function holdImports(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('ledger.sheet-import ' || platform.tenant_id()::text, 0))`.execute(
    tx,
  )
}

/** What this office decided for these headings last time, as it was kept. */
export async function findMapping(tx: Tx, fingerprint: string): Promise<unknown> {
  const row = await tables(tx)
    .selectFrom('ledger.sheet_mapping')
    .select('mapping')
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return row?.mapping
}

export async function rememberMapping(
  tx: Tx,
  row: { tenantId: string; fingerprint: string; mapping: RememberedMapping; usedAt: Date },
): Promise<void> {
  const mapping = JSON.stringify(row.mapping)
  await tables(tx)
    .insertInto('ledger.sheet_mapping')
    .values({ tenant_id: row.tenantId, fingerprint: row.fingerprint, mapping, used_at: row.usedAt })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'fingerprint']).doUpdateSet({ mapping, used_at: row.usedAt }),
    )
    .execute()
}
