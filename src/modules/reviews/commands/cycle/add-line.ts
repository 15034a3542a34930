import type { Context } from '../../../../kernel/context.ts'
import { invalid } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { chosenSources, ownFingerprint, ownSources } from '../../queries/cycle/own-sources.ts'
import { presentLine } from '../../queries/cycle/present-line.ts'
import { requireCollecting } from '../../queries/cycle/require-review.ts'
import { requireSpeaker } from '../../queries/cycle/sheets.ts'
import type { AddLine, Line } from '../../schema.ts'
import { findLine, insertLines, listLines } from '../../store/cycle/lines.ts'

/**
 * Adds the office's own line to a sheet, after the others.
 * @throws `reviews.no-such-review`, `reviews.is-frozen`, `reviews.not-a-speaker`, `reviews.outcome-of-follow-up`, `reviews.no-such-source`
 */
export async function addLine(ctx: Context, reviewId: string, input: AddLine): Promise<Line> {
  const { unitId, side, words, outcome = null } = input
  authorize(ctx, 'reviews.prepare', [unitId])
  if (outcome !== null && side !== 'follow-up') throw invalid('reviews.outcome-of-follow-up', { side })
  return ctx.transaction(async (tx) => {
    const review = await requireCollecting(tx, reviewId)
    await requireSpeaker(tx, { review, unitId })
    const lines = await listLines(tx, reviewId, unitId)
    const offered = await ownSources(ctx, tx, { review, unitId })
    const sources = chosenSources(input.sources, offered)
    const now = ctx.clock.now()
    const id = newId(now.getTime())
    await insertLines(tx, [
      {
        tenant_id: ctx.tenantId,
        id,
        review_id: reviewId,
        unit_id: unitId,
        key: `own:${id}`,
        side,
        kind: 'own',
        position: Math.max(0, ...lines.map(({ position }) => position)) + 1,
        draft: '[]',
        words,
        sources: JSON.stringify(sources),
        fingerprint: ownFingerprint(sources, offered)!,
        included: true,
        outcome,
        is_outcome_decided: outcome !== null,
        evidence: '[]',
        version: 1,
        created_at: now,
        created_by: ctx.actor.name,
        changed_at: now,
        changed_by: ctx.actor.name,
      },
    ])
    await journal(tx, ctx, {
      action: 'reviews.line-added',
      subject: { type: 'review-line', id },
      detail: { reviewId, unitId, side, words },
    })
    return presentLine((await findLine(tx, id))!, null, ctx.locale)
  })
}
