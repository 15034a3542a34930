import { sql } from 'kysely'
import type { Tx } from '../../kernel/context.ts'
import type { Anchor, Database } from '../database/index.ts'
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

/**
 * Recomputes every hash of a tenant's journal with the secret, and names the first entry that does not
 * fit. A journal that is whole is anchored: from then on nothing of it can be taken back.
 */
export async function verifyJournal(database: Database, tenantId: string): Promise<JournalVerdict> {
  const { secret, anchors } = database
  return database.forTenant({ tenantId }, async (tx) => {
    const anchor = anchors.find(tenantId)
    // Entries never change, so what is written while we read does not matter: it comes after this head.
    const ends = await readEnds(tx)
    let last = { seq: 0, hash: NO_HASH }
    while (last.seq < ends.seq) {
      const rows = await readBatch(tx, last.seq, ends.seq)
      for (const row of rows) {
        const broken = checkEntry(secret, row, last) ?? checkAnchor(row, anchor)
        if (broken) return broken
        last = row
      }
      if (rows.length === 0) break
    }
    const verdict = checkEnds(secret, tenantId, { ends, last, anchor })
    if (verdict.kind === 'whole') anchors.note(tenantId, { seq: last.seq, hash: last.hash })
    return verdict
  })
}

function checkAnchor(row: Row, anchor: Anchor | undefined): JournalVerdict | undefined {
  const differs = row.seq === anchor?.seq && row.hash !== anchor.hash
  return differs ? { kind: 'broken', seq: row.seq, reason: 'changed' } : undefined
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

interface Checked {
  ends: Ends
  last: { seq: number; hash: string }
  anchor: Anchor | undefined
}

function checkEnds(secret: Buffer, tenantId: string, { ends, last, anchor }: Checked): JournalVerdict {
  const { seq, hash, seal, newest } = ends
  if (last.seq < Math.max(seq, anchor?.seq ?? 0))
    return { kind: 'broken', seq: last.seq + 1, reason: 'removed' }
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
