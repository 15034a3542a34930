import { sql } from 'kysely'
import type { Database } from '../database/index.ts'
import type { KeyRange } from '../module.ts'

/** A partition with a range; the default one is none. */
export interface Partition extends KeyRange {
  /** `schema.table_2026q4` */
  readonly name: string
  /** The instant before which everything in it was written; of observations, the end of their last period. */
  readonly endsAt: Date
  readonly bytes: number
  /** The column by whose ranges the table is split, and its type. */
  readonly key: string
  readonly keyType: string
}

/** The partitions of a table, the oldest first. */
export async function listPartitions({ owner }: Database, table: string): Promise<Partition[]> {
  const { rows } = await sql<Partition>`
    select ${table} as "table", part.oid::regclass::text as name, bound[1] as "from", bound[2] as until,
      pg_total_relation_size(part.oid)::float8 as bytes,
      key.name as key, key.type::text as "keyType",
      case key.type
        when 'int'::regtype then make_timestamptz(substr(bound[2], 2, 4)::int, 1, 1, 0, 0, 0, 'UTC')
        when 'uuid'::regtype then platform.instant_of(overlay(bound[2] placing '7' from 15 for 1)::uuid)
        else bound[2]::timestamptz
      end as "endsAt"
    from pg_inherits join pg_class part on part.oid = inhrelid
      cross join platform.partition_key(inhparent) as key
      cross join regexp_match(pg_get_expr(relpartbound, part.oid),
        $re$FROM \\('?([^')]+)'?\\) TO \\('?([^')]+)'?\\)$re$) as bound
    where inhparent = ${table}::regclass and bound is not null
    order by "endsAt", name`.execute(owner)
  return rows
}
