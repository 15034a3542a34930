import type { Context } from '../../../../kernel/context.ts'
import { conflict, notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { requireReview } from '../../queries/cycle/require-review.ts'
import { presentNotes } from '../../queries/day/list-notes.ts'
import type { ChangeNote, Note } from '../../schema/day.ts'
import { findNote, type StoredNote, saveNote, takeNoteNumber } from '../../store/follow/notes.ts'
import { enterCommitment } from './enter-commitment.ts'
import { requireKnownUnits } from './require-known-units.ts'
import { requireSession } from './require-session.ts'

/**
 * Changes a note, makes a commitment of it or drops it. One that has its item already is changed in the ledger.
 * @throws `reviews.no-such-note`, `reviews.not-in-session`, `reviews.note-has-item`, `reviews.note-dropped`,
 * `reviews.no-such-unit`
 */
export async function changeNote(ctx: Context, id: string, input: ChangeNote): Promise<Note> {
  authorize(ctx, 'reviews.hold')
  return ctx.transaction(async (tx) => {
    const found = await findNote(tx, id)
    if (!found) throw notFound('reviews.no-such-note', { id })
    const review = await requireReview(tx, found.reviewId)
    requireSession(review)
    const seq = await takeNoteNumber(tx, found.reviewId)
    const before = (await findNote(tx, id))!
    if (before.itemId !== null) throw conflict('reviews.note-has-item')
    if (before.droppedAt !== null) throw conflict('reviews.note-dropped')
    const changed = changedNote(ctx, { ...before, seq }, input)
    await requireKnownUnits(tx, [changed.unitId, changed.leadUnitId])
    const note =
      changed.droppedAt === null ? await enterCommitment(ctx, tx, { note: changed, review }) : changed
    await saveNote(tx, ctx.tenantId, note)
    await journal(tx, ctx, {
      action: `reviews.note-${note.droppedAt === null ? 'changed' : 'dropped'}`,
      subject: { type: 'review', id: review.id },
      detail: { noteId: id, unitId: note.unitId, itemId: note.itemId },
    })
    return (await presentNotes(ctx, tx, [note]))[0]!
  })
}

function changedNote(ctx: Context, before: StoredNote, input: ChangeNote): StoredNote {
  const now = ctx.clock.now()
  const kind = input.kind ?? before.kind
  const unitId = input.unitId === undefined ? before.unitId : input.unitId
  return {
    ...before,
    kind,
    unitId,
    text: input.text ?? before.text,
    leadUnitId: kind === 'note' ? null : input.leadUnitId === undefined ? unitId : input.leadUnitId,
    dueOn: kind === 'note' ? null : (input.dueOn ?? before.dueOn),
    droppedAt: input.isDropped ? now : null,
    changedAt: now,
    changedBy: ctx.actor.name,
  }
}
