import type { Context, Tx } from '../../../../kernel/context.ts'
import { conflict, invalid, notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { chosenSources, ownFingerprint } from '../../queries/cycle/own-sources.ts'
import { presentLine } from '../../queries/cycle/present-line.ts'
import { requireCollecting } from '../../queries/cycle/require-review.ts'
import { freshOf } from '../../queries/cycle/sheets.ts'
import type { ChangeLine, Line } from '../../schema.ts'
import { findLine, type StoredLine, updateLine } from '../../store/cycle/lines.ts'
import type { StoredReview } from '../../store/cycle/reviews.ts'
import { by, drawn } from './draft-sheet.ts'

/**
 * Writes the office's words over a draft, leaves a line out, moves it, decides on an outcome, or takes over what its sources
 * say now. Its sources stay with it.
 * @throws `reviews.no-such-line`, `reviews.line-changed`, `reviews.is-frozen`, `reviews.outcome-of-follow-up`,
 * `reviews.own-line-needs-words`, `reviews.line-gone`
 */
export async function changeLine(ctx: Context, id: string, input: ChangeLine): Promise<Line> {
  authorize(ctx, 'reviews.prepare')
  const { version, words, included, position, outcome, takeOver } = input
  return ctx.transaction(async (tx) => {
    const seen = await requireLine(tx, id)
    // The review before the line, as freezing locks them.
    const review = await requireCollecting(tx, seen.review_id)
    const line = (await findLine(tx, id, { forUpdate: true })) ?? seen
    if (line.version !== version)
      throw conflict('reviews.line-changed', {
        version: line.version,
        by: line.changed_by,
        changedBy: line.changed_by,
        changedAt: line.changed_at.toISOString(),
      })
    if (outcome !== undefined && line.side !== 'follow-up')
      throw invalid('reviews.outcome-of-follow-up', { side: line.side })
    if (words === null && line.kind === 'own') throw invalid('reviews.own-line-needs-words', { id })
    const fresh = await freshOf(ctx, tx, { review, unitId: line.unit_id })
    await updateLine(tx, line, {
      ...(takeOver && (await nowOf(line, { review, fresh }))),
      ...(words !== undefined && { words }),
      ...(included !== undefined && { included }),
      ...(position !== undefined && { position }),
      ...(outcome !== undefined && { outcome, is_outcome_decided: true }),
      ...by(ctx),
    })
    const { version: _, ...changes } = input
    await journal(tx, ctx, {
      action: 'reviews.line-changed',
      subject: { type: 'review-line', id },
      detail: { reviewId: review.id, unitId: line.unit_id, changes, former: formerOf(line, input) },
    })
    return presentLine((await findLine(tx, id))!, fresh, ctx.locale)
  })
}

async function requireLine(tx: Tx, id: string): Promise<StoredLine> {
  const line = await findLine(tx, id)
  if (!line) throw notFound('reviews.no-such-line', { id })
  return line
}

/** What the sources of a line say now; an outcome that a person decided stays. */
async function nowOf(
  line: StoredLine,
  { review, fresh }: { review: StoredReview; fresh: Awaited<ReturnType<typeof freshOf>> },
) {
  if (line.kind === 'own' && fresh) {
    const fingerprint = ownFingerprint(line.sources, fresh.own)
    if (fingerprint === null) throw conflict('reviews.line-gone', { period: review.period })
    return { sources: JSON.stringify(chosenSources(line.sources, fresh.own)), fingerprint }
  }
  const now = fresh?.drafted.get(line.key)
  if (!now) throw conflict('reviews.line-gone', { period: review.period })
  const { outcome, ...change } = drawn(now)
  return line.is_outcome_decided ? change : { ...change, outcome }
}

function formerOf(line: StoredLine, { words, outcome }: ChangeLine) {
  return {
    ...(words !== undefined && { words: line.words }),
    ...(outcome !== undefined && { outcome: line.outcome }),
  }
}
