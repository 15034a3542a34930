import type { Context, Tx } from '../../kernel/context.ts'
import { notedNames } from '../../kernel/permissions.ts'
import { databaseOf } from '../database/index.ts'
import { takeRequestKey } from '../request-key/index.ts'
import { type HashedEntry, insertEntries } from './insert-entries.ts'
import { createSealer } from './seal.ts'
import type { JournalTables } from './tables.ts'

export interface JournalEntry {
  /** What was done, past tense: `reports.statement-accepted`. */
  action: string
  subject: { type: string; id: string }
  /** What a later reader needs to understand it; JSON. */
  detail?: Readonly<Record<string, unknown>>
}

/**
 * Adds one entry to the tenant's journal, in the transaction of the write that it tells of. Holds the
 * tenant's head until the end, so write it last: that keeps the writes of a tenant in one order.
 */
export const journal = (tx: Tx, ctx: Context, entry: JournalEntry): Promise<void> =>
  journalAll(tx, ctx, [entry])

/** Adds many entries at once, in their order: one lock and few statements, for what is done to many items. */
export async function journalAll(tx: Tx, ctx: Context, entries: readonly JournalEntry[]): Promise<void> {
  if (entries.length === 0) return
  await takeRequestKey(tx, ctx)
  const { secret, journalHash, anchors, afterCommit } = databaseOf(ctx)
  const { tenantId, actor } = ctx
  const store = tx.withTables<JournalTables>()
  const head = await store
    .selectFrom('journal.head')
    .select(['seq', 'hash'])
    .where('tenant_id', '=', tenantId)
    .forUpdate()
    .executeTakeFirst()
  if (!head) throw new Error(`Tenant ${tenantId} has no journal: it was not made by createTenant`)

  const sealer = createSealer(secret)
  const at = microseconds(ctx.clock.now())
  const written = { tenantId, at, actorId: actor.userId, actorName: actor.name }
  let { seq, hash } = head
  const names = notedNames(actor.grants).map(({ name }) => name)
  const hashed = entries.map(({ action, subject, detail: told = {} }): HashedEntry => {
    const detail = names.length > 0 ? { ...told, inNameOf: names } : told
    const previousHash = hash
    seq += 1
    const what = { action, subjectType: subject.type, subjectId: subject.id, detail: JSON.stringify(detail) }
    hash = sealer.hashEntry(journalHash, { ...written, ...what, seq, previousHash })
    return { ...what, seq, previousHash, hash }
  })
  await insertEntries(tx, written, hashed)
  await store
    .updateTable('journal.head')
    .set({ seq, hash, seal: sealer.sealHead({ tenantId, seq, hash }), at })
    .where('tenant_id', '=', tenantId)
    .execute()
  afterCommit(() => anchors.note(tenantId, { seq, hash }))
}

/** JavaScript knows milliseconds; the database shows microseconds, and the hash covers what it shows. */
function microseconds(at: Date): string {
  return at.toISOString().replace('Z', '000Z')
}
