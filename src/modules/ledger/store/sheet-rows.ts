import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import { searchWords } from '../../../platform/segmenter/index.ts'
import { itemOf, type StoredItem } from './item-columns.ts'
import { type NewItem, newRow, searchTextOf, takeNumbers } from './items.ts'
import type { ItemTable, LedgerTables } from './tables.ts'

/** By what the rows of a sheet name items: the ledger's numbers, the office's numbers, keys of their wording. */
export interface RowNames {
  readonly numbers: readonly string[]
  readonly externalNumbers: readonly string[]
  readonly keys: readonly string[]
}

export interface NamedItems {
  readonly byNumber: ReadonlyMap<string, StoredItem>
  readonly byExternalNumber: ReadonlyMap<string, StoredItem>
  readonly byKey: ReadonlyMap<string, StoredItem>
}

const OWN_NUMBER = /^(\d{4})-(\d{4,9})$/

/** The items that rows name. By their own number also withdrawn ones, otherwise only those that are not. */
export async function findNamed(tx: Tx, names: RowNames): Promise<NamedItems> {
  const own = names.numbers.map((number) => OWN_NUMBER.exec(number)).filter((match) => match !== null)
  // Nothing is asked for nothing: without statistics the empty question, too, is answered by reading every item.
  const numbered = own.length === 0 ? [] : await findByNumber(tx, own)
  const external = names.externalNumbers.length === 0 ? [] : await findByExternalNumber(tx, names)
  const keyed = names.keys.length === 0 ? [] : await findByKey(tx, names)
  return {
    byNumber: new Map(numbered.map((row) => [row.number, itemOf(row)])),
    byExternalNumber: new Map(external.map((row) => [row.external_number!, itemOf(row)])),
    byKey: new Map(keyed.map((row) => [row.key, itemOf(row)])),
  }
}

async function findByNumber(tx: Tx, own: readonly RegExpExecArray[]): Promise<Selectable<ItemTable>[]> {
  const years = own.map(([, year]) => Number(year))
  const sequences = own.map(([, , at]) => Number(at))
  const { rows } = await sql<Selectable<ItemTable>>`select item.* from ledger.item item
    join unnest(${years}::int[], ${sequences}::int[]) wanted (year, sequence)
      on wanted.year = item.year and wanted.sequence = item.sequence
    where item.tenant_id = ${thisTenant}`.execute(tx)
  return rows
}

async function findByExternalNumber(tx: Tx, { externalNumbers }: RowNames): Promise<Selectable<ItemTable>[]> {
  const { rows } = await sql<Selectable<ItemTable>>`select item.* from ledger.item item
    where item.tenant_id = ${thisTenant} and item.external_number = any(${externalNumbers}::text[]) and item.withdrawn_at is null`.execute(
    tx,
  )
  return rows
}

async function findByKey(
  tx: Tx,
  { keys }: RowNames,
): Promise<(Selectable<ItemTable> & { readonly key: string })[]> {
  const { rows } = await sql<Selectable<ItemTable> & { key: string }>`select item.*, known.key
    from ledger.sheet_row known join ledger.item item on item.tenant_id = known.tenant_id and item.id = known.item_id
    where known.tenant_id = ${thisTenant} and known.key = any(${keys}::text[]) and item.withdrawn_at is null`.execute(
    tx,
  )
  return rows
}

/** Stores many new items with the next numbers of the year, in their order, and the words by which search finds them. */
export async function insertItems(tx: Tx, items: readonly NewItem[]): Promise<StoredItem[]> {
  const [first] = items
  if (!first) return []
  const { tenantId, year } = first
  const from = await takeNumbers(tx, { tenantId, year, count: items.length })
  const rows = items.map((item, at) => ({ ...newRow(item), ...nested(item), sequence: from + at }))
  const stored = await sql<{ id: string; number: string }>`${insertAll('ledger.item', rows)}
    returning id, number`.execute(tx)
  // A foreign key is checked by a plan that the connection keeps. Made while the ledger was empty, any index looked as good
  // as the primary key, and each of a million words went through all items: measured 98 rows/s, falling.
  await sql`discard plans`.execute(tx)
  const words = items.flatMap((item) =>
    searchWords(searchTextOf(item)).map((word) => [word, item.id] as const),
  )
  await sql`insert into ledger.item_word (tenant_id, word, item_id)
    select ${tenantId}, word, item_id
    from unnest(${words.map(([word]) => word)}::text[], ${words.map(([, id]) => id)}::uuid[]) w (word, item_id)
    returning 1`.execute(tx)
  const numbers = new Map(stored.rows.map(({ id, number }) => [id, number]))
  return items.map(({ tenantId: _, year: __, ...item }) => ({
    ...item,
    number: numbers.get(item.id)!,
    version: 1,
  }))
}

/** Columns of JSON, not yet as text: the whole row becomes JSON. */
const nested = ({ timeLimit, plan, criterion, source }: NewItem) => ({
  time_limit: timeLimit,
  plan,
  criterion,
  source: source.kind === 'by-hand' ? null : source,
})

/** Many rows as one value: 14,000 parameters for 200 items cost both sides more than storing them. */
function insertAll(table: keyof LedgerTables, rows: readonly object[]): RawBuilder<unknown> {
  const columns = sql.join(Object.keys(rows[0]!).map((column) => sql.ref(column)))
  return sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`
}

async function insertRows(tx: Tx, table: keyof LedgerTables, rows: readonly object[]): Promise<void> {
  if (rows.length > 0) await sql`${insertAll(table, rows)} returning 1`.execute(tx)
}

export function insertDuties(
  tx: Tx,
  duties: readonly Insertable<LedgerTables['ledger.duty']>[],
): Promise<void> {
  return insertRows(tx, 'ledger.duty', duties)
}

export function insertReports(
  tx: Tx,
  reports: readonly Insertable<LedgerTables['ledger.progress_report']>[],
): Promise<void> {
  return insertRows(tx, 'ledger.progress_report', reports)
}

export function insertRounds(
  tx: Tx,
  rounds: readonly Insertable<LedgerTables['ledger.round']>[],
): Promise<void> {
  return insertRows(tx, 'ledger.round', rounds)
}

/** Keeps by which wording a row without a number is known. */
export async function keepRowKeys(
  tx: Tx,
  tenantId: string,
  rows: readonly { key: string; itemId: string }[],
): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into ledger.sheet_row (tenant_id, key, item_id)
    select ${tenantId}, key, item_id
    from unnest(${rows.map(({ key }) => key)}::text[], ${rows.map(({ itemId }) => itemId)}::uuid[]) r (key, item_id)
    on conflict (tenant_id, key) do update set item_id = excluded.item_id`.execute(tx)
}
