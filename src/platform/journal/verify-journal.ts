import { sql } from 'kysely'
import type { Tx } from '../../kernel/context.ts'
import type { Database } from '../database/index.ts'
import { hashEntry, NO_HASH, type SealedEntry, sealHead } from './seal.ts'

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
    // Entries never change, so what is written while we read does not matter: it comes after this head.
    const ends = await readEnds(tx)
    let last = { seq: 0, hash: NO_HASH }
    while (last.seq < ends.seq) {
      const rows = await readBatch(tx, last.seq, ends.seq)
      for (const row of rows) {
        const broken = checkEntry(database.secret, row, last)
        if (broken) return broken
        last = row
      }
      if (rows.length === 0) break
    }
    return checkEnds(database.secret, tenantId, { ends, last })
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

/** The head, and the newest entry that is there, in one look. */
interface Ends {
  seq: number
  hash: string
  seal: string
  newest: number
}

const NO_ENDS: Ends = { seq: 0, hash: '', seal: '', newest: 0 }

function checkEnds(
  secret: Buffer,
  tenantId: string,
  { ends, last }: { ends: Ends; last: { seq: number; hash: string } },
): JournalVerdict {
  const { seq, hash, seal, newest } = ends
  if (last.seq < seq) return { kind: 'broken', seq: last.seq + 1, reason: 'removed' }
  const fits = hash === last.hash && sealHead(secret, { tenantId, seq, hash }) === seal
  if (!fits) return { kind: 'broken', seq: last.seq, reason: 'head' }
  if (newest > seq) return { kind: 'broken', seq: seq + 1, reason: 'inserted' }
  return { kind: 'whole', entries: seq }
}

async function readEnds(tx: Tx): Promise<Ends> {
  const { rows } = await sql<Ends>`select head.seq, head.hash, head.seal,
      coalesce((select max(entry.seq) from journal.entry), 0) as newest
    from journal.head`.execute(tx)
  return rows[0] ?? NO_ENDS
}

async function readBatch(tx: Tx, after: number, until: number): Promise<Row[]> {
  const { rows } = await sql<Row>`select
      tenant_id as "tenantId", seq,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
      actor_id as "actorId", actor_name as "actorName", action,
      subject_type as "subjectType", subject_id as "subjectId", detail::text as detail,
      previous_hash as "previousHash", hash
    from journal.entry where seq > ${after} and seq <= ${until} order by seq limit ${BATCH}`.execute(tx)
  return rows
}
