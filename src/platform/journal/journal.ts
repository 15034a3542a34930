import { sql } from 'kysely'
import type { Context, Tx } from '../../kernel/context.ts'
import { databaseOf } from '../database/index.ts'
import { hashEntry, sealHead } from './seal.ts'
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
export async function journal(tx: Tx, ctx: Context, entry: JournalEntry): Promise<void> {
  const { secret, anchors, afterCommit } = databaseOf(ctx)
  const { tenantId, actor } = ctx
  const store = tx.withTables<JournalTables>()
  const head = await store
    .selectFrom('journal.head')
    .select(['seq', 'hash'])
    .where('tenant_id', '=', tenantId)
    .forUpdate()
    .executeTakeFirst()
  if (!head) throw new Error(`Tenant ${tenantId} has no journal: it was not made by createTenant`)

  const at = ctx.clock.now()
  const seq = head.seq + 1
  const detail = JSON.stringify(entry.detail ?? {})
  const hash = hashEntry(secret, {
    tenantId,
    seq,
    at: microseconds(at),
    actorId: actor.userId,
    actorName: actor.name,
    action: entry.action,
    subjectType: entry.subject.type,
    subjectId: entry.subject.id,
    detail,
    previousHash: head.hash,
  })
  await store
    .insertInto('journal.entry')
    .values({
      tenant_id: tenantId,
      seq,
      at,
      actor_id: actor.userId,
      actor_name: actor.name,
      action: entry.action,
      subject_type: entry.subject.type,
      subject_id: entry.subject.id,
      detail: sql`${detail}::json`,
      previous_hash: head.hash,
      hash,
    })
    .execute()
  await store
    .updateTable('journal.head')
    .set({ seq, hash, seal: sealHead(secret, { tenantId, seq, hash }) })
    .where('tenant_id', '=', tenantId)
    .execute()
  afterCommit(() => anchors.note(tenantId, { seq, hash }))
}

/** JavaScript knows milliseconds; the database shows microseconds, and the hash covers what it shows. */
function microseconds(at: Date): string {
  return at.toISOString().replace('Z', '000Z')
}
