import pg from 'pg'
import type { BackupTable } from './manifest.ts'
import { quoted } from './open-client.ts'

/** How `alter table` says what pg_trigger.tgenabled says. */
const ENABLED: Readonly<Record<string, string>> = { O: 'enable', A: 'enable always', R: 'enable replica' }

interface Trigger extends BackupTable {
  trigger: string
  state: string
}

interface ForeignKey extends BackupTable {
  constraint: string
  definition: string
}

/**
 * Empties the tables and takes away for a while what would stand in the way of rows as they were: triggers (a total
 * would be counted twice, an append-only table refuse), foreign keys (the order), forced row-level security. Works as the
 * owner of the tables, without being a superuser, inside the client's transaction. What it returns puts all back, and
 * the foreign keys are checked over all rows by that.
 */
export async function standAside(
  client: pg.Client,
  tables: readonly BackupTable[],
): Promise<() => Promise<void>> {
  const oids = `(${tables.map((table) => `${pg.escapeLiteral(quoted(table))}::regclass`).join(', ')})`
  const list = async <T extends pg.QueryResultRow>(statement: string) =>
    (await client.query<T>(statement)).rows
  const keys = await list<ForeignKey>(`
    select n.nspname as schema, c.relname as name, k.conname as constraint, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and k.conrelid in ${oids} order by 1, 2, 3`)
  const triggers = await list<Trigger>(`
    select n.nspname as schema, c.relname as name, t.tgname as trigger, t.tgenabled::text as state
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where not t.tgisinternal and t.tgenabled <> 'D'
      and (t.tgrelid in ${oids} or t.tgrelid in (select inhrelid from pg_inherits where inhparent in ${oids}))
    order by c.relispartition, 1, 2, 3`)
  const forced = await list<BackupTable>(`
    select n.nspname as schema, c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relforcerowsecurity and c.oid in ${oids}`)
  const alter = (table: BackupTable, what: string) => client.query(`alter table ${quoted(table)} ${what}`)
  const named = ({ constraint }: ForeignKey) => pg.escapeIdentifier(constraint)
  const called = ({ trigger }: Trigger) => `trigger ${pg.escapeIdentifier(trigger)}`

  for (const key of keys) await alter(key, `drop constraint ${named(key)}`)
  for (const trigger of triggers) await alter(trigger, `disable ${called(trigger)}`)
  for (const table of forced) await alter(table, 'no force row level security')
  await client.query(`truncate ${tables.map(quoted).join(', ')}`)

  return async () => {
    for (const key of keys) await alter(key, `add constraint ${named(key)} ${key.definition}`)
    for (const trigger of triggers) await alter(trigger, `${ENABLED[trigger.state]} ${called(trigger)}`)
    for (const table of forced) await alter(table, 'force row level security')
  }
}
