import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../../kernel/context.ts'
import { type SpeechTable, tables } from './tables.ts'

export interface StoredSpeech {
  readonly id: string
  readonly reviewId: string
  readonly unitId: string
  readonly startedAt: Date
  readonly stoppedAt: Date | null
  readonly startedBy: string
}

/** Whoever moves the clock of a review waits for the one before, until the transaction ends. */
export async function takeClock(tx: Tx, reviewId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('reviews.speech ' || ${reviewId}, 0))`.execute(tx)
}

/** The stretches of a review, or of all, in time order. */
export async function selectSpeeches(tx: Tx, reviewId?: string): Promise<StoredSpeech[]> {
  let query = tables(tx).selectFrom('reviews.review_speech').selectAll()
  if (reviewId !== undefined) query = query.where('review_id', '=', reviewId)
  return (await query.orderBy('started_at').orderBy('id').execute()).map(speechOf)
}

export async function findSpeech(tx: Tx, id: string): Promise<StoredSpeech | undefined> {
  const row = await tables(tx)
    .selectFrom('reviews.review_speech')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && speechOf(row)
}

export async function insertSpeech(tx: Tx, tenantId: string, speech: StoredSpeech): Promise<void> {
  await tables(tx)
    .insertInto('reviews.review_speech')
    .values({
      tenant_id: tenantId,
      id: speech.id,
      review_id: speech.reviewId,
      unit_id: speech.unitId,
      started_at: speech.startedAt,
      stopped_at: speech.stoppedAt,
      started_by: speech.startedBy,
    })
    .execute()
}

/** Stops a stretch at an instant, or earlier than it was stopped; one that was started later stops when it began. */
export async function stopSpeech(tx: Tx, id: string, at: Date): Promise<void> {
  await tables(tx)
    .updateTable('reviews.review_speech')
    .set((set) => ({ stopped_at: set.fn<Date>('greatest', ['started_at', set.val(at)]) }))
    .where('id', '=', id)
    .where((where) => where.or([where('stopped_at', 'is', null), where('stopped_at', '>', at)]))
    .execute()
}

function speechOf(row: Selectable<SpeechTable>): StoredSpeech {
  return {
    id: row.id,
    reviewId: row.review_id,
    unitId: row.unit_id,
    startedAt: row.started_at,
    stoppedAt: row.stopped_at,
    startedBy: row.started_by,
  }
}
