import { sql } from 'kysely'
import type { Clock } from '../../kernel/clock.ts'
import type { Database } from '../database/index.ts'

/** A quarter before the last one is full there is time to ask why none was made. */
const NOTICE_MS = 92 * 24 * 60 * 60 * 1000

/** Tables split by time, `schema.table`, that have no partition for what is written in a quarter from now. */
export async function findMissingPartitions({ owner }: Database, clock: Clock): Promise<string[]> {
  const at = new Date(clock.now().getTime() + NOTICE_MS)
  const { rows } = await sql<{ name: string }>`
    select parent::text as name from platform.partitioned_tables()
      join pg_class on pg_class.oid = parent join pg_namespace on pg_namespace.oid = relnamespace
      cross join platform.partition_key(parent) as key
    where key.type <> 'int'::regtype
      and to_regclass(format('%I.%I', nspname,
        relname || '_' || (platform.partition_of(${at}::timestamptz)).suffix)) is null
    order by 1`.execute(owner)
  return rows.map(({ name }) => name)
}
