import { createSealer } from '../../../src/platform/journal/index.ts'
import type { createCopier } from './copier.ts'
import { copyLine } from './copy-lines.ts'
import type { SeededItem } from './seed-items.ts'
import lists from './words.json' with { type: 'json' }

interface Head {
  readonly seq: number
  readonly hash: string
}

interface Writing {
  readonly tenantId: string
  readonly secret: Buffer
  readonly head: Head
  readonly items: readonly SeededItem[]
  /** The journal's length when all is written. */
  readonly length: number
}

const INTO = `journal.entry (tenant_id, seq, at, actor_id, actor_name, action, subject_type, subject_id, detail,
  previous_hash, hash)`
const BATCH = 50_000
const ACTIONS = [
  'item-created',
  'item-dispatched',
  'item-signed',
  'progress-reported',
  'completion-reported',
  'item-closed',
]
const ACTORS = lists.offices.map((name, at) => ({ id: `00000000-0000-7000-8000-0000000001${at}0`, name }))

/** Continues the journal's chain with what has happened to the items; an item's entries lie far apart, as in life. */
export async function seedJournal(
  copier: ReturnType<typeof createCopier>,
  writing: Writing,
): Promise<Head & { at: string | null }> {
  const { tenantId, secret, items, length } = writing
  const sealer = createSealer(secret)
  const perItem = Math.max(1, Math.ceil((length - writing.head.seq) / items.length))
  let { seq, hash } = writing.head
  let newestAt: string | null = null
  let lines: string[] = []
  while (seq < length) {
    seq += 1
    const turn = seq % perItem
    const at = Math.floor((seq * items.length) / (length + 1))
    const item = items[Math.max(0, at - turn * 700)]!
    const actor = ACTORS[seq % ACTORS.length]!
    const instant = items[at]!.createdAt.replace('Z', '000Z')
    newestAt = instant
    const action = `ledger.${ACTIONS[turn % ACTIONS.length]}`
    const detail = JSON.stringify({ number: item.number, round: 1, version: turn + 1 })
    const previousHash = hash
    const what = { action, subjectType: 'item', subjectId: item.id, detail, previousHash, seq }
    hash = sealer.hashEntry('sha256', {
      tenantId,
      at: instant,
      actorId: actor.id,
      actorName: actor.name,
      ...what,
    })
    lines.push(
      copyLine([
        tenantId,
        seq,
        instant,
        actor.id,
        actor.name,
        action,
        'item',
        item.id,
        detail,
        previousHash,
        hash,
      ]),
    )
    if (lines.length < BATCH && seq < length) continue
    await copier.load([{ into: INTO, lines }])
    lines = []
  }
  return { seq, hash, at: newestAt }
}
