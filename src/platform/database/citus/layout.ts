import { type Kysely, sql } from 'kysely'
import { FOREIGN_SCHEMAS } from '../reference-tables.ts'

/** What stands in the way of distributing tables, or must stand on them afterwards. */
export interface Layout {
  /** Of tenants and not distributed yet, `ledger.item`; partitions come with their table. */
  readonly tables: readonly string[]
  readonly foreignKeys: readonly Definition[]
  /** Also those that stand on a partition only. */
  readonly triggers: readonly Definition[]
  readonly policies: readonly Policy[]
  /** Of our schemas, as `create_distributed_function` names them. */
  readonly functions: readonly string[]
  readonly columnGrants: readonly ColumnGrant[]
}

export interface Definition {
  readonly table: string
  readonly name: string
  readonly definition: string
}

export interface Policy {
  readonly table: string
  readonly name: string
  readonly using: string | null
  readonly check: string | null
}

/** Citus copies those of whole tables with the table; these it takes from a statement only (since 13.1). */
export interface ColumnGrant {
  readonly table: string
  readonly privilege: string
  /** As SQL lists them, `name, valid_to`. */
  readonly columns: string
  readonly to: string
}

/**
 * Reads, inside a transaction, the layout of the tables of tenants: all but the reference tables, and those of `done`. What an extension made is
 * not ours.
 */
export async function readLayout(
  connection: Kysely<Record<never, never>>,
  { referenceTables, done }: { referenceTables: readonly string[]; done: readonly string[] },
): Promise<Layout> {
  const passed = [...referenceTables, ...done]
  // Everything is printed with its schema, whatever the search path.
  const { rows } = await sql<{ path: string }>`select current_setting('search_path') as path,
    set_config('search_path', 'pg_catalog', true)`.execute(connection)
  const ours = sql`
    ours as (
      select c.oid, format('%I.%I', n.nspname, c.relname) as name, relispartition
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        and n.nspname <> all(${Object.keys(FOREIGN_SCHEMAS)}::text[])
        and format('%s.%s', n.nspname, c.relname) <> all(${passed}::text[])
        and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    )`
  const tables = await sql<{ name: string }>`with ${ours}
    select name from ours where not relispartition order by name`.execute(connection)
  const foreignKeys = await sql<Definition>`with ${ours}
    select ours.name as "table", format('%I', conname) as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join ours on ours.oid = k.conrelid
    where k.contype = 'f' and k.conparentid = 0 and not relispartition order by 1, 2`.execute(connection)
  const triggers = await sql<Definition>`with ${ours}
    select ours.name as "table", format('%I', tgname) as name, pg_get_triggerdef(t.oid) as definition
    from pg_trigger t join ours on ours.oid = t.tgrelid
    where not t.tgisinternal and t.tgparentid = 0 order by 1, 2`.execute(connection)
  const policies = await sql<Policy>`with ${ours}
    select ours.name as "table", format('%I', polname) as name,
      pg_get_expr(polqual, polrelid) as "using", pg_get_expr(polwithcheck, polrelid) as "check"
    from pg_policy join ours on ours.oid = polrelid order by 1, 2`.execute(connection)
  const functions = await sql<{ name: string }>`
    select p.oid::regprocedure::text as name
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where exists (select from pg_class c where c.relnamespace = n.oid and c.relkind in ('r', 'p'))
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and n.nspname <> all(${Object.keys(FOREIGN_SCHEMAS)}::text[])
      and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    order by 1`.execute(connection)
  const columnGrants = await sql<ColumnGrant>`with ${ours}
    select ours.name as "table", lower(privilege_type) as privilege,
      string_agg(format('%I', attname), ', ' order by attnum) as columns,
      case when grantee = 0 then 'public' else format('%I', pg_get_userbyid(grantee)) end as "to"
    from ours join pg_attribute on attrelid = ours.oid, aclexplode(attacl)
    where not relispartition and attnum > 0 and not attisdropped group by 1, 2, 4 order by 1, 2, 4`.execute(
    connection,
  )
  await sql`select set_config('search_path', ${rows[0]!.path}, true)`.execute(connection)
  return {
    tables: tables.rows.map(({ name }) => name),
    foreignKeys: foreignKeys.rows,
    triggers: triggers.rows,
    policies: policies.rows,
    functions: functions.rows.map(({ name }) => name).filter((name) => !ON_COORDINATOR.test(name)),
    columnGrants: columnGrants.rows,
  }
}

/** Where jobs and partitions are looked after: on the coordinator, as the owner of the tables. */
const ON_COORDINATOR = /^platform\.(?:enqueue_job|\w*partition\w*|drop_keys_to|empty_default)\(/
