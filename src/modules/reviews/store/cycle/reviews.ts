import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../../kernel/context.ts'
import { thisTenant } from '../../../../platform/database/index.ts'
import type { Stage } from '../../schema.ts'
import { cycleTables, type ReviewTable } from './tables.ts'

export type StoredReview = Selectable<ReviewTable>

export interface StoredStage {
  readonly stage: Stage
  readonly dueAt: Date | null
  readonly enteredAt: Date
  readonly enteredBy: string
}

/** The reviews, the newest period first. */
export function selectReviews(tx: Tx): Promise<StoredReview[]> {
  return cycleTables(tx).selectFrom('reviews.review').selectAll().orderBy('period', 'desc').execute()
}

/**
 * `forUpdate` keeps others from changing the review or one of its lines until the transaction ends; `forShare` keeps its
 * stage while a line is written.
 */
export function findReview(
  tx: Tx,
  id: string,
  lock?: 'forUpdate' | 'forShare',
): Promise<StoredReview | undefined> {
  const query = cycleTables(tx).selectFrom('reviews.review').selectAll().where('id', '=', id)
  if (lock === undefined) return query.executeTakeFirst()
  return (lock === 'forUpdate' ? query.forUpdate() : query.forShare()).executeTakeFirst()
}

/** Puts a review down unless its period has one; whether it was put down. */
export async function insertReview(tx: Tx, row: ReviewTable): Promise<boolean> {
  const inserted = await cycleTables(tx)
    .insertInto('reviews.review')
    .values(row)
    .onConflict((conflict) => conflict.columns(['tenant_id', 'period']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Changes a review that was locked before; its version goes up. */
export async function updateReview(
  tx: Tx,
  { id, version }: Pick<StoredReview, 'id' | 'version'>,
  change: Partial<Pick<StoredReview, 'title' | 'held_at' | 'stage' | 'cut_on' | 'speaker_minutes'>> &
    Pick<StoredReview, 'changed_at' | 'changed_by'>,
): Promise<void> {
  await cycleTables(tx)
    .updateTable('reviews.review')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .execute()
}

export async function insertStage(
  tx: Tx,
  { tenantId, reviewId }: { tenantId: string; reviewId: string },
  { stage, dueAt, enteredAt, enteredBy }: StoredStage,
): Promise<void> {
  await cycleTables(tx)
    .insertInto('reviews.review_stage')
    .values({
      tenant_id: tenantId,
      review_id: reviewId,
      stage,
      due_at: dueAt,
      entered_at: enteredAt,
      entered_by: enteredBy,
    })
    .execute()
}

export async function listStages(tx: Tx, reviewId: string): Promise<StoredStage[]> {
  const rows = await cycleTables(tx)
    .selectFrom('reviews.review_stage')
    .selectAll()
    .where('review_id', '=', reviewId)
    .execute()
  return rows.map(({ stage, due_at, entered_at, entered_by }) => ({
    stage,
    dueAt: due_at,
    enteredAt: entered_at,
    enteredBy: entered_by,
  }))
}

/** How many speakers each review has. */
export async function countSpeakers(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select review_id as id, count(*)::int as count from reviews.review_speaker
    where tenant_id = ${thisTenant} group by review_id`.execute(tx)
  return new Map(rows.map(({ id, count }) => [id, count]))
}
