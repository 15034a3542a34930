import type { Context, Tx } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { itemStandings } from '../../../ledger/index.ts'
import type { AskNotes, Note, Notes } from '../../schema/day.ts'
import { type StoredNote, selectNotes } from '../../store/follow/notes.ts'
import { requireReview } from '../cycle/require-review.ts'

/**
 * The notes of a review that were written or changed since a number; dropped ones, too, so that whoever has them drops
 * them. Three queries.
 * @throws `reviews.no-such-review`
 */
export async function listNotes(ctx: Context, reviewId: string, { since }: AskNotes): Promise<Notes> {
  authorize(ctx, 'reviews.hold')
  return ctx.transaction(async (tx) => {
    await requireReview(tx, reviewId)
    const notes = await selectNotes(tx, { reviewId, since })
    return { notes: await presentNotes(ctx, tx, notes), last: notes.at(-1)?.seq ?? since }
  })
}

/** Notes with where their items stand today; one query for all. */
export async function presentNotes(ctx: Context, tx: Tx, notes: readonly StoredNote[]): Promise<Note[]> {
  const ids = notes.flatMap(({ itemId }) => itemId ?? [])
  const standings = ids.length > 0 ? await itemStandings(ctx, tx, { ids }) : []
  const items = new Map(standings.map(({ id, number, state }) => [id, { id, number, state }]))
  return notes.map(({ itemId, droppedAt, takenAt, changedAt, ...note }) => ({
    ...note,
    item: (itemId !== null && items.get(itemId)) || null,
    takenAt: takenAt.toISOString(),
    isDropped: droppedAt !== null,
    changedAt: changedAt.toISOString(),
  }))
}
