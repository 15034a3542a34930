import { sql } from 'kysely'
import type { Database } from '../../src/platform/database/index.ts'

/**
 * What a refusal may write: that somebody was here, and that somebody tried. Everything else of the city must be the same
 * after a refused request.
 */
const MAY_CHANGE = [
  'identity.session',
  'identity.sign_in_try',
  'identity.sign_in_challenge',
  'platform.rate_count',
]

/** Of every table of the city, a checksum of its rows. */
export async function digestOf(database: Database): Promise<Map<string, string>> {
  const tables = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`.execute(database.owner)
  const names = tables.rows.map(({ name }) => name).filter((name) => !MAY_CHANGE.includes(name))
  const parts = names.map(
    (
      name,
    ) => sql`select ${name} as name, count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) as value
      from only ${sql.raw(name)} t`,
  )
  const { rows } = await sql<{ name: string; value: string }>`${sql.join(parts, sql` union all `)}`.execute(
    database.owner,
  )
  return new Map(rows.map(({ name, value }) => [name, value]))
}

/** The tables that differ. */
export function changedTables(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...after].filter(([name, value]) => before.get(name) !== value).map(([name]) => name)
}
