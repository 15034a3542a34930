import type { Tx } from '../../../../kernel/context.ts'
import type { AgendaPoint } from '../../schema.ts'
import type { StoredReason } from './stored-reason.ts'
import { cycleTables } from './tables.ts'

export interface StoredSpeaker {
  readonly unitId: string
  readonly position: number
  readonly minutes: number
  readonly why: readonly StoredReason[]
  readonly doneAt: Date | null
  readonly doneBy: string | null
}

/** In speaking order. */
export async function listSpeakers(tx: Tx, reviewId: string): Promise<StoredSpeaker[]> {
  const rows = await cycleTables(tx)
    .selectFrom('reviews.review_speaker')
    .selectAll()
    .where('review_id', '=', reviewId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    unitId: row.unit_id,
    position: row.position,
    minutes: row.minutes,
    why: row.why,
    doneAt: row.done_at,
    doneBy: row.done_by,
  }))
}

/** Who spoke at which of the reviews. */
export async function speakersOfReviews(tx: Tx): Promise<{ reviewId: string; unitId: string }[]> {
  const rows = await cycleTables(tx)
    .selectFrom('reviews.review_speaker')
    .select(['review_id', 'unit_id'])
    .execute()
  return rows.map(({ review_id, unit_id }) => ({ reviewId: review_id, unitId: unit_id }))
}

export async function listAgenda(tx: Tx, reviewId: string): Promise<AgendaPoint[]> {
  const rows = await cycleTables(tx)
    .selectFrom('reviews.review_agenda')
    .selectAll()
    .where('review_id', '=', reviewId)
    .orderBy('position')
    .execute()
  return rows.map(({ position, kind, title, unit_id, minutes }) => ({
    position,
    kind,
    title,
    unitId: unit_id,
    minutes,
  }))
}

interface Of {
  readonly tenantId: string
  readonly reviewId: string
}

/** Puts an agenda in place of the former one; who spoke before keeps the mark that the sheet is done. */
export async function replaceAgenda(
  tx: Tx,
  { tenantId, reviewId }: Of,
  { points, speakers }: { points: readonly AgendaPoint[]; speakers: readonly StoredSpeaker[] },
): Promise<void> {
  const of = { tenant_id: tenantId, review_id: reviewId }
  const store = cycleTables(tx)
  await store.deleteFrom('reviews.review_agenda').where('review_id', '=', reviewId).execute()
  await store.deleteFrom('reviews.review_speaker').where('review_id', '=', reviewId).execute()
  if (points.length > 0)
    await store
      .insertInto('reviews.review_agenda')
      .values(points.map(({ unitId, ...point }) => ({ ...of, ...point, unit_id: unitId })))
      .execute()
  if (speakers.length === 0) return
  await store
    .insertInto('reviews.review_speaker')
    .values(
      speakers.map(({ unitId, why, doneAt, doneBy, position, minutes }) => ({
        ...of,
        unit_id: unitId,
        position,
        minutes,
        why: JSON.stringify(why),
        done_at: doneAt,
        done_by: doneBy,
      })),
    )
    .execute()
}

/** Marks a speaker's sheet as done, or takes the mark away. */
export async function markSpeaker(
  tx: Tx,
  { reviewId, unitId }: { reviewId: string; unitId: string },
  done: { at: Date; by: string } | null,
): Promise<void> {
  await cycleTables(tx)
    .updateTable('reviews.review_speaker')
    .set({ done_at: done?.at ?? null, done_by: done?.by ?? null })
    .where('review_id', '=', reviewId)
    .where('unit_id', '=', unitId)
    .execute()
}
