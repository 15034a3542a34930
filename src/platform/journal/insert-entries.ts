import { sql } from 'kysely'
import type { Tx } from '../../kernel/context.ts'
import type { SealedEntry } from './seal.ts'

/** What entries of one call have in common. */
type Written = Pick<SealedEntry, 'tenantId' | 'at' | 'actorId' | 'actorName'>

export type HashedEntry = Omit<SealedEntry, keyof Written> & { hash: string }

/** Rows of one statement: few round trips, and a message of a megabyte or so. */
const BATCH = 2000

/** Columns as arrays: one statement however many rows, with nine parameters. */
export async function insertEntries(
  tx: Tx,
  { tenantId, at, actorId, actorName }: Written,
  entries: readonly HashedEntry[],
): Promise<void> {
  for (let from = 0; from < entries.length; from += BATCH) {
    const rows = entries.slice(from, from + BATCH)
    const column = <K extends keyof HashedEntry>(name: K) => rows.map((row) => row[name])
    // Citus sends rows by COPY, which row-level security forbids, unless there is a conflict to look for; what stood there
    // would be a fault of ours, and whoever writes may not read what `returning` would ask for.
    const { numAffectedRows } = await sql`insert into journal.entry (tenant_id, seq, at, actor_id, actor_name,
        action, subject_type, subject_id, detail, previous_hash, hash)
      select ${tenantId}::uuid, seq, ${at}::timestamptz, ${actorId}::uuid, ${actorName},
        action, subject_type, subject_id, detail::json, previous_hash, hash
      from unnest(${column('seq')}::bigint[], ${column('action')}::text[], ${column('subjectType')}::text[],
          ${column('subjectId')}::text[], ${column('detail')}::text[], ${column('previousHash')}::text[],
          ${column('hash')}::text[])
        as row (seq, action, subject_type, subject_id, detail, previous_hash, hash)
      on conflict do nothing`.execute(tx)
    if (Number(numAffectedRows) !== rows.length)
      throw new Error(`The journal has an entry among ${rows[0]!.seq} to ${rows.at(-1)!.seq} already`)
  }
}
