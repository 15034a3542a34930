import { sql } from 'kysely'
import type { Database } from '../database/index.ts'
import type { SealedEntry } from './seal.ts'

/** An entry with all that its hash covers; `detail` is the JSON text, to the letter as it was hashed. */
export interface JournalRecord extends SealedEntry {
  hash: string
}

/** Each batch looks into every partition once, so it should be worth it. */
const BATCH = 10_000

/** Every entry after a number, in order, a batch in memory at a time. Entries never change, so neither does what was read. */
export async function readJournal(
  database: Database,
  { tenantId, since }: { tenantId: string; since: number },
  take: (records: readonly JournalRecord[]) => Promise<void>,
): Promise<void> {
  await database.forTenant({ tenantId }, async (tx) => {
    for (let after = since; ; ) {
      const { rows } = await sql<JournalRecord>`select
          tenant_id as "tenantId", seq,
          to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
          actor_id as "actorId", actor_name as "actorName", action,
          subject_type as "subjectType", subject_id as "subjectId", detail::text as detail,
          previous_hash as "previousHash", hash
        from journal.entry where tenant_id = ${tenantId}::uuid and seq > ${after}
        order by seq limit ${BATCH}`.execute(tx)
      if (rows.length === 0) return
      await take(rows)
      after = rows.at(-1)!.seq
    }
  })
}
