import type { Context, Tx } from '../../../../kernel/context.ts'
import { enterDraft } from '../../../ledger/index.ts'
import type { StoredReview } from '../../store/cycle/reviews.ts'
import type { StoredNote } from '../../store/follow/notes.ts'

/**
 * Enters the draft item of a commitment that has none; its source is the review. A note is returned as it is.
 * @throws `ledger.no-such-unit`
 */
export async function enterCommitment(
  ctx: Context,
  tx: Tx,
  { note, review }: { note: StoredNote; review: StoredReview },
): Promise<StoredNote> {
  if (note.kind === 'note' || note.itemId !== null) return note
  const { text, leadUnitId, dueOn } = note
  const { id } = await enterDraft(ctx, tx, { content: text, leadUnitId, dueOn, document: review.title })
  return { ...note, itemId: id }
}
