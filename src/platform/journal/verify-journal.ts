import { sql } from 'kysely'
import type { Tx } from '../../kernel/context.ts'
import type { Database } from '../database/index.ts'
import { hashEntry, NO_HASH, type SealedEntry, sealHead } from './seal.ts'
import type { JournalTables } from './tables.ts'

export type JournalVerdict =
  | { kind: 'whole'; entries: number }
  | {
      kind: 'broken'
      /** The first entry that is not as it was written, or is no longer there. */
      seq: number
      /** `removed` also names the tail that was cut off; `head` the seal over the newest entry. */
      reason: 'changed' | 'removed' | 'inserted' | 'head'
    }

interface Row extends SealedEntry {
  hash: string
}

const BATCH = 1000

/** Recomputes every hash of a tenant's journal with the secret, and names the first entry that does not fit. */
export async function verifyJournal(database: Database, tenantId: string): Promise<JournalVerdict> {
  return database.forTenant({ tenantId }, async (tx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(tx).catch(() => {})
    const head = await readHead(tx)
    let last = { seq: 0, hash: NO_HASH }
    for (;;) {
      const rows = await readBatch(tx, last.seq)
      for (const row of rows) {
        const broken = checkEntry(database.secret, row, last)
        if (broken) return broken
        last = row
      }
      if (rows.length < BATCH) return checkHead(database.secret, tenantId, { head, last })
    }
  })
}

function checkEntry(
  secret: Buffer,
  row: Row,
  last: { seq: number; hash: string },
): JournalVerdict | undefined {
  if (row.seq !== last.seq + 1) return { kind: 'broken', seq: last.seq + 1, reason: 'removed' }
  const fits = row.previousHash === last.hash && hashEntry(secret, row) === row.hash
  return fits ? undefined : { kind: 'broken', seq: row.seq, reason: 'changed' }
}

interface Ends {
  head: { seq: number; hash: string; seal: string } | undefined
  last: { seq: number; hash: string }
}

function checkHead(secret: Buffer, tenantId: string, { head, last }: Ends): JournalVerdict {
  if (!head) return { kind: 'broken', seq: last.seq + 1, reason: 'head' }
  if (head.seq > last.seq) return { kind: 'broken', seq: last.seq + 1, reason: 'removed' }
  if (head.seq < last.seq) return { kind: 'broken', seq: head.seq + 1, reason: 'inserted' }
  const fits = head.hash === last.hash && sealHead(secret, { tenantId, ...last }) === head.seal
  return fits ? { kind: 'whole', entries: last.seq } : { kind: 'broken', seq: last.seq, reason: 'head' }
}

async function readHead(tx: Tx): Promise<Ends['head']> {
  const store = tx.withTables<JournalTables>()
  return store.selectFrom('journal.head').select(['seq', 'hash', 'seal']).executeTakeFirst()
}

async function readBatch(tx: Tx, after: number): Promise<Row[]> {
  const { rows } = await sql<Row>`select
      tenant_id as "tenantId", seq,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      actor_id as "actorId", actor_name as "actorName", action,
      subject_type as "subjectType", subject_id as "subjectId", detail::text as detail,
      previous_hash as "previousHash", hash
    from journal.entry where seq > ${after} order by seq limit ${BATCH}`.execute(tx)
  return rows
}
