import type { ColumnType, Insertable, Selectable } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { LeagueDefinition } from '../schema/composite.ts'

interface LeagueTable {
  tenant_id: string
  id: string
  key: string
  name: string
  kind: 'indicator' | 'composite'
  definition: ColumnType<unknown, string, string>
  version: number
  changed_at: Date
  changed_by: string
}

interface EntryTable {
  tenant_id: string
  league_id: string
  period: number
  unit: number
  kind: 'score' | 'adjustment' | 'exemption'
  subject: string
  version: number
  value: string | null
  reason: string
  entered_at: Date
  entered_by: string
}

export type StoredLeague = Omit<Selectable<LeagueTable>, 'definition'> & {
  readonly definition: LeagueDefinition
}
export type StoredEntry = Selectable<EntryTable>

const tables = (tx: Tx) =>
  tx.withTables<{ 'indicators.league': LeagueTable; 'indicators.league_entry': EntryTable }>()

/** Composite leagues by name. */
export async function listLeagues(tx: Tx): Promise<StoredLeague[]> {
  const rows = await tables(tx)
    .selectFrom('indicators.league')
    .selectAll()
    .where('kind', '=', 'composite')
    .orderBy('name')
    .orderBy('key')
    .execute()
  return rows.map(leagueOf)
}

export async function findLeague(
  tx: Tx,
  by: { key: string } | { id: string },
): Promise<StoredLeague | undefined> {
  const query = tables(tx).selectFrom('indicators.league').selectAll().where('kind', '=', 'composite')
  const row = await ('key' in by
    ? query.where('key', '=', by.key)
    : query.where('id', '=', by.id)
  ).executeTakeFirst()
  return row && leagueOf(row)
}

/** Puts a league down unless its key is taken; whether it was put down. */
export async function insertLeague(tx: Tx, row: Insertable<LeagueTable>): Promise<boolean> {
  const inserted = await tables(tx)
    .insertInto('indicators.league')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Changes a league of which this version was read; whether it still stood there. */
export async function updateLeague(
  tx: Tx,
  { key, version }: { key: string; version: number },
  change: Pick<Insertable<LeagueTable>, 'name' | 'definition' | 'changed_at' | 'changed_by'>,
): Promise<boolean> {
  const updated = await tables(tx)
    .updateTable('indicators.league')
    .set({ ...change, version: version + 1 })
    .where('key', '=', key)
    .where('version', '=', version)
    .returning('key')
    .executeTakeFirst()
  return updated !== undefined
}

/** What is entered for a league, of each the newest version; withdrawn ones too. */
export function listEntries(
  tx: Tx,
  { leagueId, period }: { leagueId: string; period?: number },
): Promise<StoredEntry[]> {
  let query = tables(tx)
    .selectFrom('indicators.league_entry')
    .selectAll()
    .distinctOn(['period', 'unit', 'kind', 'subject'])
    .where('league_id', '=', leagueId)
  if (period !== undefined) query = query.where('period', '=', period)
  return query
    .orderBy('period')
    .orderBy('unit')
    .orderBy('kind')
    .orderBy('subject')
    .orderBy('version', 'desc')
    .execute()
}

/** Enters the next version unless somebody else has; whether it was entered. */
export async function insertEntry(tx: Tx, row: Insertable<EntryTable>): Promise<boolean> {
  const inserted = await tables(tx)
    .insertInto('indicators.league_entry')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('version')
    .executeTakeFirst()
  return inserted !== undefined
}

function leagueOf({ definition, ...row }: Selectable<LeagueTable>): StoredLeague {
  return { ...row, definition: LeagueDefinition.parse(definition) }
}
