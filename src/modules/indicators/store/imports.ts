import type { ColumnType, Insertable, Selectable } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { SheetState } from '../schema/sheets.ts'

type Json = ColumnType<unknown, string, string>

type ImportTables = {
  'indicators.sheet_import': {
    tenant_id: string
    id: string
    file_name: string
    sha256: string
    format: 'xlsx' | 'xls' | 'csv' | 'sdmx-csv' | 'sdmx-json'
    bytes: number
    state: SheetState
    source: string
    mapping: Json
    options: Json
    preview: Json
    problems: Json
    counts: Json
    rows_done: number
    rows_total: number | null
    failure: Json
    vintage: number | null
    created_at: Date
    creator_id: string
    created_by: string
    finished_at: Date | null
  }
  'indicators.sheet_mapping': {
    tenant_id: string
    source: string
    fingerprint: string
    mapping: Json
    used_at: Date
    used_by: string
  }
}

export type StoredImport = Selectable<ImportTables['indicators.sheet_import']>
export type ImportChange = Partial<Insertable<ImportTables['indicators.sheet_import']>>

const tables = (tx: Tx) => tx.withTables<ImportTables>()

export async function insertImport(
  tx: Tx,
  row: Insertable<ImportTables['indicators.sheet_import']>,
): Promise<void> {
  await tables(tx).insertInto('indicators.sheet_import').values(row).execute()
}

export function findImport(
  tx: Tx,
  id: string,
  { forUpdate = false } = {},
): Promise<StoredImport | undefined> {
  const query = tables(tx).selectFrom('indicators.sheet_import').selectAll().where('id', '=', id)
  return (forUpdate ? query.forUpdate() : query).executeTakeFirst()
}

/** The latest imports without their rows. */
export function listImports(tx: Tx, limit: number) {
  return tables(tx)
    .selectFrom('indicators.sheet_import')
    .select([
      'id',
      'file_name',
      'state',
      'source',
      'counts',
      'vintage',
      'created_at',
      'created_by',
      'finished_at',
    ])
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
}

/** Changes an import that is in one of these states; false when it is in another by now. */
export async function updateImport(
  tx: Tx,
  { id, from }: { id: string; from: readonly SheetState[] },
  change: ImportChange,
): Promise<boolean> {
  const result = await tables(tx)
    .updateTable('indicators.sheet_import')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', from)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** The mapping that was used last for these headings, by whatever source. */
export async function findMapping(
  tx: Tx,
  fingerprint: string,
): Promise<{ source: string; mapping: unknown } | undefined> {
  return tables(tx)
    .selectFrom('indicators.sheet_mapping')
    .select(['source', 'mapping'])
    .where('fingerprint', '=', fingerprint)
    .orderBy('used_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function rememberMapping(
  tx: Tx,
  row: {
    tenantId: string
    source: string
    fingerprint: string
    mapping: unknown
    usedAt: Date
    usedBy: string
  },
): Promise<void> {
  const mapping = JSON.stringify(row.mapping)
  const used = { used_at: row.usedAt, used_by: row.usedBy }
  await tables(tx)
    .insertInto('indicators.sheet_mapping')
    .values({ tenant_id: row.tenantId, source: row.source, fingerprint: row.fingerprint, mapping, ...used })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'source', 'fingerprint']).doUpdateSet({ mapping, ...used }),
    )
    .execute()
}
