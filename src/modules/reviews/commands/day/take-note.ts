import type { Context } from '../../../../kernel/context.ts'
import { conflict } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { requireReview } from '../../queries/cycle/require-review.ts'
import { presentNotes } from '../../queries/day/list-notes.ts'
import type { Note, TakeNote } from '../../schema/day.ts'
import { findNote, type StoredNote, saveNote, takeNoteNumber } from '../../store/follow/notes.ts'
import { enterCommitment } from './enter-commitment.ts'
import { requireKnownUnits } from './require-known-units.ts'
import { requireSession } from './require-session.ts'

/**
 * Stores what was written down on the day; a commitment becomes a draft item of the ledger at once. Sent again under the
 * same id it is what was stored first. An instant ahead of the server's clock is now.
 * @throws `reviews.no-such-review`, `reviews.not-in-session`, `reviews.no-such-unit`, `reviews.note-of-another-review`
 */
export async function takeNote(ctx: Context, reviewId: string, input: TakeNote): Promise<Note> {
  authorize(ctx, 'reviews.hold')
  return ctx.transaction(async (tx) => {
    const review = await requireReview(tx, reviewId)
    requireSession(review)
    // Whoever sends the same note at the same moment waits here.
    const seq = await takeNoteNumber(tx, reviewId)
    const known = await findNote(tx, input.id)
    if (known && known.reviewId !== reviewId) throw conflict('reviews.note-of-another-review')
    if (known) return (await presentNotes(ctx, tx, [known]))[0]!
    const taken = noteOf(ctx, { reviewId, seq }, input)
    await requireKnownUnits(tx, [taken.unitId, taken.leadUnitId])
    const note = await enterCommitment(ctx, tx, { note: taken, review })
    await saveNote(tx, ctx.tenantId, note)
    await journal(tx, ctx, {
      action: `reviews.${note.kind}-taken`,
      subject: { type: 'review', id: reviewId },
      detail: { noteId: note.id, unitId: note.unitId, itemId: note.itemId },
    })
    return (await presentNotes(ctx, tx, [note]))[0]!
  })
}

function noteOf(
  ctx: Context,
  at: Pick<StoredNote, 'reviewId' | 'seq'>,
  { id, kind, unitId, text, leadUnitId, dueOn, takenAt }: TakeNote,
): StoredNote {
  const now = ctx.clock.now()
  const written = takenAt === undefined ? now : new Date(takenAt)
  const by = ctx.actor.name
  return {
    ...at,
    id,
    kind,
    unitId,
    text,
    leadUnitId: kind === 'note' ? null : leadUnitId === undefined ? unitId : leadUnitId,
    dueOn: kind === 'note' ? null : dueOn,
    itemId: null,
    takenAt: written < now ? written : now,
    takenBy: by,
    droppedAt: null,
    changedAt: now,
    changedBy: by,
  }
}
