import type { Anchor, Database } from '../database/index.ts'
import { type Archived, type ArchivedRow, readPartition } from '../partitions/archive-partition.ts'
import { algorithmOf } from './hash-algorithm.ts'
import { createSealer, type Sealer } from './seal.ts'

/** What one tenant has in an archive of the journal. */
interface ArchivedSpan {
  tenantId: string
  entries: number
  /** What the first archived entry follows. */
  previousHash: string
  first: number
  last: Anchor
}

export type ArchiveVerdict =
  | { kind: 'whole'; archived: Archived; spans: readonly ArchivedSpan[] }
  | { kind: 'broken'; archived: Archived; tenantId: string; seq: number }

/**
 * Recomputes every hash in an archive of the journal with the secret: each tenant's entries must follow each other.
 * @throws `platform.archive-damaged` when the file does not come to its seal
 */
export async function verifyArchive(database: Database, file: string): Promise<ArchiveVerdict> {
  const sealer = createSealer(database.secret)
  const spans = new Map<string, ArchivedSpan>()
  let broken: { tenantId: string; seq: number } | undefined
  const archived = await readPartition(file, (row) => {
    if (broken) return
    const entry = entryOf(row)
    const span = spans.get(entry.tenantId)
    const follows = !span || (entry.seq === span.last.seq + 1 && entry.previousHash === span.last.hash)
    if (!follows || !fits(sealer, entry, row.hash!)) broken = { tenantId: entry.tenantId, seq: entry.seq }
    const { tenantId, seq, previousHash } = entry
    const last = { seq, hash: row.hash! }
    if (span) Object.assign(span, { last, entries: span.entries + 1 })
    else spans.set(tenantId, { tenantId, entries: 1, previousHash, first: seq, last })
  })
  return broken
    ? { kind: 'broken', archived, ...broken }
    : { kind: 'whole', archived, spans: [...spans.values()] }
}

const fits = (sealer: Sealer, entry: ReturnType<typeof entryOf>, hash: string) =>
  sealer.hashEntry(algorithmOf(hash), entry) === hash

/** The text of COPY as the hash covers it: instants in UTC with all six digits. */
function entryOf(row: ArchivedRow) {
  const [, day, time, fraction = ''] = /^(\S+) ([\d:]+)(?:\.(\d+))?\+00$/.exec(row.at ?? '') ?? []
  return {
    tenantId: row.tenant_id!,
    seq: Number(row.seq),
    at: `${day}T${time}.${fraction.padEnd(6, '0')}Z`,
    actorId: row.actor_id!,
    actorName: row.actor_name!,
    action: row.action!,
    subjectType: row.subject_type!,
    subjectId: row.subject_id!,
    detail: row.detail!,
    previousHash: row.previous_hash!,
  }
}
