import { type Anchor, type Database, type Reader, withReader } from '../database/index.ts'
import { algorithmOf } from './hash-algorithm.ts'
import { type EntryBody, readBodies } from './read-bodies.ts'
import { createSealer, NO_HASH, type Sealer } from './seal.ts'

export type JournalVerdict =
  | {
      kind: 'whole'
      entries: number
      /** Up to which entry the journal stands in archive files instead (`verifyArchive`); absent when all is here. */
      archived?: number
    }
  | {
      kind: 'broken'
      /** The first entry that is not as it was written, or is no longer there. */
      seq: number
      /** `removed` also names the tail that was cut off; `head` the seal over the newest entry. */
      reason: 'changed' | 'removed' | 'inserted' | 'head'
    }

export interface VerifyJournal {
  /** Entries as somebody outside wrote them down; the one that the installation keeps itself is always looked at. */
  anchors?: readonly Anchor[]
  /** Told now and then how many entries are checked, of how many. */
  onProgress?: (checked: number, entries: number) => void
}

/** Entries of one query: after each, what was found is looked at and progress told. */
const RANGE = 20_000

/**
 * Recomputes every hash of a tenant's journal with the secret, and names the first entry that does not
 * fit. A journal that is whole is anchored: from then on nothing of it can be taken back.
 */
export async function verifyJournal(
  database: Database,
  tenantId: string,
  options: VerifyJournal = {},
): Promise<JournalVerdict> {
  const sealer = createSealer(database.secret)
  return withReader(database, tenantId, async (reader) => {
    const kept = database.anchors.find(tenantId)
    const anchors = [...(kept ? [kept] : []), ...(options.anchors ?? [])]
    // Entries never change, so what is written while we read does not matter: it comes after this head.
    const ends = (await reader.first<Ends>(READ_ENDS, [tenantId])) ?? NO_ENDS
    const start = startOf(ends, sealer, tenantId)
    const read = await checkEntries({ reader, tenantId, sealer, anchors, ends, start, ...options })
    if ('kind' in read) return read
    const verdict = checkEnds({ sealer, tenantId, ends, last: read, anchors })
    if (verdict.kind === 'broken') return verdict
    database.anchors.note(tenantId, read)
    return start.seq > 0 ? { ...verdict, archived: start.seq } : verdict
  })
}

interface Reading extends Pick<VerifyJournal, 'onProgress'> {
  reader: Reader
  tenantId: string
  sealer: Sealer
  anchors: readonly Anchor[]
  ends: Ends
  start: Anchor
}

/** What the first entry that is here follows: nothing, or the last one that was archived, if its seal is ours. */
function startOf({ first, checkpoints }: Ends, sealer: Sealer, tenantId: string): Anchor {
  const fitting = checkpoints.filter(({ seq, hash, seal }) => {
    return (
      seq < (first ?? Number.POSITIVE_INFINITY) && sealer.sealCheckpoint({ tenantId, seq, hash }) === seal
    )
  })
  const last = fitting.toSorted((one, other) => other.seq - one.seq)[0]
  return last && first !== 1 ? { seq: last.seq, hash: last.hash } : { seq: 0, hash: NO_HASH }
}

/** The last entry when all fit. */
async function checkEntries(reading: Reading): Promise<Anchor | JournalVerdict> {
  const { reader, tenantId, sealer, anchors, ends, start, onProgress } = reading
  let last = start
  let broken = checkAnchors(start, anchors)
  if (broken) return broken
  for (let after = start.seq; after < ends.seq && last.seq === after; after += RANGE) {
    const until = Math.min(after + RANGE, ends.seq)
    await readBodies(reader, { tenantId, after, until }, (entry) => {
      broken ??= checkEntry(sealer, entry, last) ?? checkAnchors(entry, anchors)
      if (!broken) last = { seq: entry.seq, hash: entry.hash }
    })
    if (broken) return broken
    onProgress?.(last.seq, ends.seq)
  }
  return last
}

function checkEntry(sealer: Sealer, entry: EntryBody, last: Anchor): JournalVerdict | undefined {
  const { seq, hash, body } = entry
  // The key holds the instant, too, so a number could stand there twice.
  if (seq <= last.seq) return { kind: 'broken', seq, reason: 'inserted' }
  if (seq !== last.seq + 1) return { kind: 'broken', seq: last.seq + 1, reason: 'removed' }
  const end = `,"${last.hash}"]`
  const follows = body.toString('latin1', Math.max(0, body.length - end.length)) === end
  const fits = follows && sealer.hashBody(algorithmOf(hash), body) === hash
  return fits ? undefined : { kind: 'broken', seq, reason: 'changed' }
}

function checkAnchors({ seq, hash }: Anchor, anchors: readonly Anchor[]): JournalVerdict | undefined {
  const differs = anchors.some((anchor) => anchor.seq === seq && anchor.hash !== hash)
  return differs ? { kind: 'broken', seq, reason: 'changed' } : undefined
}

/** The head, and the newest entry that is there, in one look. */
interface Ends {
  seq: number
  hash: string
  seal: string
  newest: number
  /** The lowest number that is here. */
  first: number | null
  checkpoints: readonly { seq: number; hash: string; seal: string }[]
}

const NO_ENDS: Ends = { seq: 0, hash: '', seal: '', newest: 0, first: null, checkpoints: [] }

interface Checked {
  sealer: Sealer
  tenantId: string
  ends: Ends
  last: Anchor
  anchors: readonly Anchor[]
}

function checkEnds({ sealer, tenantId, ends, last, anchors }: Checked): JournalVerdict {
  const { seq, hash, seal, newest } = ends
  if (last.seq < Math.max(seq, ...anchors.map((anchor) => anchor.seq)))
    return { kind: 'broken', seq: last.seq + 1, reason: 'removed' }
  const fits = hash === last.hash && sealer.sealHead({ tenantId, seq, hash }) === seal
  if (!fits) return { kind: 'broken', seq: last.seq, reason: 'head' }
  if (newest > seq) return { kind: 'broken', seq: seq + 1, reason: 'inserted' }
  return { kind: 'whole', entries: seq }
}

const READ_ENDS = `select head.seq, head.hash, head.seal,
    coalesce((select max(entry.seq) from journal.entry where entry.tenant_id = $1), 0) as newest,
    (select min(entry.seq) from journal.entry where entry.tenant_id = $1) as first,
    coalesce((select json_agg(json_build_object('seq', one.seq, 'hash', one.hash, 'seal', one.seal))
      from journal.checkpoint one where one.tenant_id = $1), '[]') as checkpoints
  from journal.head where head.tenant_id = $1`
