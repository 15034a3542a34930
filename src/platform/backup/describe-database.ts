import type pg from 'pg'
import type { BackupHeader, BackupTable } from './manifest.ts'

/** Kept by the one who migrates, not by the rows: the target has its own. */
const OF_MIGRATION = ['platform.migration', 'graphile_worker.migrations']

type Described = Pick<
  BackupHeader,
  'migrations' | 'tables' | 'partitions' | 'sequences' | 'tenants' | 'heads' | 'postgresql' | 'databaseBytes'
>

/** What is to be written down of a database, as the client's transaction sees it. */
export async function describeDatabase(client: pg.Client): Promise<Described> {
  const rows = async <T extends pg.QueryResultRow>(statement: string): Promise<T[]> =>
    (await client.query<T>(statement)).rows
  const migrations = await rows<Described['migrations'][number]>(
    'select module, number, file, hash from platform.migration order by module, number',
  )
  const [server] = await rows<{ version: string; bytes: string }>(
    `select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`,
  )
  const tenants = await rows<Described['tenants'][number]>('select id, key from platform.tenant order by key')
  const heads = await rows<{ tenant_id: string; seq: string; hash: string }>(
    'select tenant_id, seq::text, hash from journal.head',
  )
  return {
    migrations,
    tenants,
    heads: Object.fromEntries(
      heads.map(({ tenant_id, seq, hash }) => [tenant_id, { seq: Number(seq), hash }]),
    ),
    tables: (await rows<BackupTable>(TABLES)).filter(
      ({ schema, name }) => !OF_MIGRATION.includes(`${schema}.${name}`),
    ),
    partitions: await rows<NonNullable<Described['partitions']>[number]>(PARTITIONS),
    sequences: await readSequences(client),
    postgresql: server!.version,
    databaseBytes: Number(server!.bytes),
  }
}

/** Each module keeps its tables in the schema of its name; the jobs are in their library's. */
const SCHEMAS = `(select oid from pg_namespace
  where nspname = 'graphile_worker' or nspname in (select module from platform.migration))`

/** A partitioned table as a whole; generated columns are computed again where they arrive. */
const TABLES = `
  select n.nspname as schema, c.relname as name,
    (select json_agg(a.attname order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace in ${SCHEMAS}
  order by 1, 2`

/** Of each partition a key that belongs into it; an id that is one of version 7 (platform.add_partition). */
const PARTITIONS = `
  select n.nspname as schema, c.relname as name, t.typname as type,
    case t.typname when 'uuid' then overlay(b.lower placing '7' from 15 for 1) else b.lower end as key
  from pg_partitioned_table p join pg_class c on c.oid = p.partrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = p.partattrs[0] join pg_type t on t.oid = a.atttypid
    join pg_inherits i on i.inhparent = c.oid join pg_class part on part.oid = i.inhrelid
    cross join lateral (
      select substring(pg_get_expr(part.relpartbound, part.oid) from $re$FROM \\('?([^')]+)'?\\)$re$) as lower) b
  where b.lower is not null and c.relnamespace in ${SCHEMAS} order by 1, 2, 4`

async function readSequences(client: pg.Client): Promise<Described['sequences']> {
  const { rows } = await client.query<{ schema: string; name: string; quoted: string }>(`
    select n.nspname as schema, c.relname as name, c.oid::regclass::text as quoted
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and c.relnamespace in ${SCHEMAS} order by 1, 2`)
  const sequences: Described['sequences'] = []
  for (const { schema, name, quoted } of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${quoted}`,
    )
    sequences.push({ schema, name, value: state.rows[0]!.value, isCalled: state.rows[0]!.called })
  }
  return sequences
}
