import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../../kernel/context.ts'
import type { Day } from '../../../../kernel/day.ts'
import { type NoteTable, tables } from './tables.ts'

export interface StoredNote {
  readonly id: string
  readonly reviewId: string
  readonly seq: number
  readonly kind: NoteTable['kind']
  readonly unitId: string | null
  readonly text: string
  readonly leadUnitId: string | null
  readonly dueOn: Day | null
  readonly itemId: string | null
  readonly takenAt: Date
  readonly takenBy: string
  readonly droppedAt: Date | null
  readonly changedAt: Date
  readonly changedBy: string
}

/**
 * Whoever writes notes of a review waits for the one before, until the transaction ends: numbers become visible in their
 * order, so that no client that asks for what is newer misses one.
 * @returns the next number
 */
export async function takeNoteNumber(tx: Tx, reviewId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('reviews.note ' || ${reviewId}, 0))`.execute(tx)
  const row = await tables(tx)
    .selectFrom('reviews.review_note')
    .select((select) => select.fn.max('seq').as('last'))
    .where('review_id', '=', reviewId)
    .executeTakeFirst()
  return Number(row?.last ?? 0) + 1
}

export async function findNote(tx: Tx, id: string): Promise<StoredNote | undefined> {
  const row = await tables(tx)
    .selectFrom('reviews.review_note')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && noteOf(row)
}

/** Notes of a review whose number is higher, in the order of their numbers; without a review, commitments of all. */
export async function selectNotes(
  tx: Tx,
  which: { reviewId: string; since: number } | { commitmentsOfAll: true },
): Promise<StoredNote[]> {
  const query = tables(tx).selectFrom('reviews.review_note').selectAll()
  const wanted =
    'reviewId' in which
      ? query.where('review_id', '=', which.reviewId).where('seq', '>', `${which.since}`)
      : query.where('kind', '=', 'commitment').where('dropped_at', 'is', null)
  return (await wanted.orderBy('review_id').orderBy('seq').execute()).map(noteOf)
}

/** Stores a note as it is now, in place of what it said before. */
export async function saveNote(tx: Tx, tenantId: string, note: StoredNote): Promise<void> {
  const changeable = {
    seq: `${note.seq}`,
    kind: note.kind,
    unit_id: note.unitId,
    text: note.text,
    lead_unit_id: note.leadUnitId,
    due_on: note.dueOn,
    item_id: note.itemId,
    dropped_at: note.droppedAt,
    changed_at: note.changedAt,
    changed_by: note.changedBy,
  }
  await tables(tx)
    .insertInto('reviews.review_note')
    .values({
      ...changeable,
      tenant_id: tenantId,
      id: note.id,
      review_id: note.reviewId,
      taken_at: note.takenAt,
      taken_by: note.takenBy,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'id']).doUpdateSet(changeable))
    .execute()
}

function noteOf(row: Selectable<NoteTable>): StoredNote {
  return {
    id: row.id,
    reviewId: row.review_id,
    seq: Number(row.seq),
    kind: row.kind,
    unitId: row.unit_id,
    text: row.text,
    leadUnitId: row.lead_unit_id,
    dueOn: row.due_on,
    itemId: row.item_id,
    takenAt: row.taken_at,
    takenBy: row.taken_by,
    droppedAt: row.dropped_at,
    changedAt: row.changed_at,
    changedBy: row.changed_by,
  }
}
