import { sql } from 'kysely'
import type { Tx } from '../../kernel/context.ts'
import type { Anchor, Database } from '../database/index.ts'
import { algorithmOf } from './hash-algorithm.ts'
import { type EntryBody, readBodies } from './read-bodies.ts'
import { createSealer, NO_HASH, type Sealer } from './seal.ts'

export type JournalVerdict =
  | { kind: 'whole'; entries: number }
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

/** Lines of one answer: as many as make some megabytes, so that memory stays flat whatever the entries tell. */
const FIRST_BATCH = 500
const LARGEST_BATCH = 4000
const ANSWER_CHARACTERS = 2_000_000

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
  return database.forTenant({ tenantId }, async (tx) => {
    const kept = database.anchors.find(tenantId)
    const anchors = [...(kept ? [kept] : []), ...(options.anchors ?? [])]
    // Entries never change, so what is written while we read does not matter: it comes after this head.
    const ends = await readEnds(tx)
    const read = await checkEntries({ tx, tenantId, sealer, anchors, ends, onProgress: options.onProgress })
    if ('kind' in read) return read
    const verdict = checkEnds({ sealer, tenantId, ends, last: read, anchors })
    if (verdict.kind === 'whole') database.anchors.note(tenantId, read)
    return verdict
  })
}

interface Reading extends Pick<VerifyJournal, 'onProgress'> {
  tx: Tx
  tenantId: string
  sealer: Sealer
  anchors: readonly Anchor[]
  ends: Ends
}

/** The last entry when all fit. While a batch is checked here the database puts the next together. */
async function checkEntries(reading: Reading): Promise<Anchor | JournalVerdict> {
  const { tx, tenantId, ends, onProgress } = reading
  let last: Anchor = { seq: 0, hash: NO_HASH }
  let size = FIRST_BATCH
  const read = (after: number) => {
    const until = Math.min(after + size, ends.seq)
    return { until, entries: readBodies(tx, { tenantId, after, until }) }
  }
  for (let batch = read(0), after = 0; after < ends.seq; ) {
    const entries = await batch.entries
    after = batch.until
    size = nextSize(entries)
    const isLast = after >= ends.seq
    if (!isLast) batch = read(after)
    const checked = checkBatch(reading, entries, last)
    if (checked.broken) {
      if (!isLast) await batch.entries
      return checked.broken
    }
    last = checked.last
    onProgress?.(last.seq, ends.seq)
    if (last.seq < after) break
  }
  return last
}

function nextSize(entries: readonly EntryBody[]): number {
  const characters = entries.reduce((sum, { body }) => sum + body.length, 0)
  const fitting = Math.floor((ANSWER_CHARACTERS * entries.length) / Math.max(1, characters))
  return Math.max(1, Math.min(LARGEST_BATCH, fitting))
}

function checkBatch(
  { sealer, anchors }: Reading,
  entries: readonly EntryBody[],
  before: Anchor,
): { broken?: JournalVerdict; last: Anchor } {
  let last = before
  for (const entry of entries) {
    const broken = checkEntry(sealer, entry, last) ?? checkAnchors(entry, anchors)
    if (broken) return { broken, last }
    last = { seq: entry.seq, hash: entry.hash }
  }
  return { last }
}

function checkEntry(sealer: Sealer, entry: EntryBody, last: Anchor): JournalVerdict | undefined {
  const { seq, hash, body } = entry
  if (seq !== last.seq + 1) return { kind: 'broken', seq: last.seq + 1, reason: 'removed' }
  const follows = body.endsWith(`,"${last.hash}"]`)
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
}

const NO_ENDS: Ends = { seq: 0, hash: '', seal: '', newest: 0 }

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

async function readEnds(tx: Tx): Promise<Ends> {
  const { rows } = await sql<Ends>`select head.seq, head.hash, head.seal,
      coalesce((select max(entry.seq) from journal.entry), 0) as newest
    from journal.head`.execute(tx)
  return rows[0] ?? NO_ENDS
}
