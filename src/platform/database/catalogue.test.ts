import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { modules } from '../../apps/modules.ts'
import { openTestDatabase, type TestDatabase } from '../testing/index.ts'
import { FOREIGN_SCHEMAS, REFERENCE_TABLES as OF_PLATFORM } from './reference-tables.ts'

/** Tables that no tenant owns; modules declare theirs in `module.ts`. */
const REFERENCE_TABLES: Readonly<Record<string, string>> = Object.assign(
  {},
  OF_PLATFORM,
  ...modules.map((module) => module.referenceTables),
)

interface Table {
  name: string
  owner: string
  isFiltered: boolean
  isForced: boolean
  policies: number
}

interface Key {
  name: string
  kind: string
  first: string
  firstReferenced: string | null
  referenced: string | null
}

let test: TestDatabase
let tables: Table[]
let keys: (Key & { table: string })[]

beforeAll(async () => {
  test = await openTestDatabase()
  tables = await readTables()
  keys = await readKeys()
})
afterAll(() => test?.close())

const ofTenants = () => tables.filter(({ name }) => !(name in REFERENCE_TABLES))

describe('Every table of every schema', () => {
  it('is seen by this test', () => {
    expect(tables.map(({ name }) => name)).toContain('journal.entry')
    expect(tables.length).toBeGreaterThan(5)
  })

  it('is listed as a reference table only while it exists', () => {
    const names = tables.map(({ name }) => name)
    expect(Object.keys(REFERENCE_TABLES).filter((name) => !names.includes(name))).toEqual([])
  })

  it('belongs to a tenant through the first column of its primary key', () => {
    const primary = new Map(keys.filter(({ kind }) => kind === 'p').map((key) => [key.table, key.first]))
    const wrong = ofTenants().filter(({ name }) => primary.get(name) !== 'tenant_id')
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  it('has tenant_id first in every unique constraint and index', () => {
    const wrong = keys.filter(({ kind, table, first }) => {
      return kind === 'u' && !(table in REFERENCE_TABLES) && first !== 'tenant_id'
    })
    expect(wrong.map(({ table, name }) => `${table}: ${name}`)).toEqual([])
  })

  it('has tenant_id first on both sides of every foreign key', () => {
    const wrong = keys.filter(({ kind, table, first, referenced, firstReferenced }) => {
      if (kind !== 'f' || table in REFERENCE_TABLES) return false
      const expected = referenced! in REFERENCE_TABLES ? 'id' : 'tenant_id'
      return first !== 'tenant_id' || firstReferenced !== expected
    })
    expect(wrong.map(({ table, name }) => `${table}: ${name}`)).toEqual([])
  })

  it('is filtered by row-level security, for its owner too', () => {
    const wrong = ofTenants().filter((table) => !table.isFiltered || !table.isForced || table.policies === 0)
    expect(wrong.map(({ name }) => name)).toEqual([])
  })

  it('names the tenant in every policy, for reading and for writing', async () => {
    const { rows } = await sql<{ policy: string }>`
      select format('%s.%s: %s', schemaname, tablename, policyname) as policy from pg_policies
      where not (permissive = 'RESTRICTIVE')
        and (coalesce(qual, with_check) !~ 'tenant_id = platform\\.tenant_id\\(\\)'
          or coalesce(with_check, qual) !~ 'tenant_id = platform\\.tenant_id\\(\\)')`.execute(
      test.database.owner,
    )
    expect(rows.map(({ policy }) => policy)).toEqual([])
  })

  it('lets nobody into its partitions past it, and keeps there what may not change', async () => {
    const { rows } = await sql<{ part: string }>`
      select part.oid::regclass::text as part
      from pg_inherits join pg_class part on part.oid = inhrelid and part.relkind = 'r' and part.relispartition
      where not (part.relrowsecurity and part.relforcerowsecurity)
        or exists (select from pg_policy where polrelid = part.oid)
        or has_any_column_privilege('quarterdeck_app', part.oid, 'select, insert, update, references')
        or has_table_privilege('quarterdeck_app', part.oid, 'delete, truncate, trigger')
        or exists (
          select from pg_trigger own where tgrelid = inhparent and not tgisinternal
            and not exists (select from pg_trigger copy where copy.tgrelid = part.oid and copy.tgname = own.tgname
              and copy.tgtype = own.tgtype and copy.tgfoid = own.tgfoid))`.execute(test.database.owner)
    expect(rows).toEqual([])
    const { rows: counted } = await sql<{ parents: string[] }>`
      select array_agg(distinct inhparent::regclass::text) as parents from pg_inherits
        join pg_class on pg_class.oid = inhrelid and relkind = 'r'`.execute(test.database.owner)
    expect(counted[0]!.parents.sort()).toEqual([
      'indicators.block',
      'journal.entry',
      'reports.statement',
      'reports.statement_version',
    ])
  })

  it('is not owned by the role that works on it', () => {
    expect(tables.filter(({ owner }) => owner === 'quarterdeck_app').map(({ name }) => name)).toEqual([])
  })

  it('of a library is out of reach for the application role', async () => {
    const { rows } = await sql<{ schema: string; isReached: boolean }>`
      select nspname as schema, has_schema_privilege('quarterdeck_app', oid, 'usage, create')
        or exists (select from pg_class where relnamespace = pg_namespace.oid and relkind in ('r', 'p', 'v')
          and has_table_privilege('quarterdeck_app', pg_class.oid, 'select, insert, update, delete')) as "isReached"
      from pg_namespace where nspname = any(${Object.keys(FOREIGN_SCHEMAS)})`.execute(test.database.owner)
    const expected = Object.keys(FOREIGN_SCHEMAS).map((schema) => ({ schema, isReached: false }))
    expect(rows).toEqual(expected)
  })

  it('has no view that looks past the filter', async () => {
    const { rows } = await sql<{ view: string }>`
      select format('%s.%s', nspname, relname) as view
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where relkind in ('v', 'm') and nspname !~ '^pg_' and nspname <> 'information_schema'
        and nspname <> all(${Object.keys(FOREIGN_SCHEMAS)})
        and (relkind = 'm' or not coalesce(reloptions, '{}') && array['security_invoker=true', 'security_invoker=on'])`.execute(
      test.database.owner,
    )
    expect(rows.map(({ view }) => view)).toEqual([])
  })
})

async function readTables(): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select format('%s.%s', nspname, relname) as name, pg_get_userbyid(relowner) as owner,
      relrowsecurity as "isFiltered", relforcerowsecurity as "isForced",
      (select count(*) from pg_policy where polrelid = pg_class.oid) as policies
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'p') and not relispartition and nspname !~ '^pg_' and nspname <> 'information_schema'
      and nspname <> all(${Object.keys(FOREIGN_SCHEMAS)})
    order by 1`.execute(test.database.owner)
  return rows
}

/** Primary keys (p), unique indexes with or without a constraint (u) and foreign keys (f). */
async function readKeys(): Promise<(Key & { table: string })[]> {
  const { rows } = await sql<Key & { table: string }>`
    with named as (
      select pg_class.oid, format('%s.%s', nspname, relname) as name
      from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname !~ '^pg_' and nspname <> 'information_schema'
        and nspname <> all(${Object.keys(FOREIGN_SCHEMAS)})
    )
    select named.name as "table", index_class.relname as name,
      case when indisprimary then 'p' else 'u' end as kind,
      coalesce(attname, '(expression)') as first, null as "firstReferenced", null as referenced
    from pg_index
      join named on named.oid = indrelid
      join pg_class index_class on index_class.oid = indexrelid
      left join pg_attribute on attrelid = indrelid and attnum = indkey[0] and attnum > 0
    where indisunique
    union all
    select named.name, conname, 'f', own.attname, other.attname, referenced.name
    from pg_constraint
      join named on named.oid = conrelid
      join named referenced on referenced.oid = confrelid
      join pg_attribute own on own.attrelid = conrelid and own.attnum = conkey[1]
      join pg_attribute other on other.attrelid = confrelid and other.attnum = confkey[1]
    where contype = 'f'`.execute(test.database.owner)
  return rows
}
