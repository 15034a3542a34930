import type { Context, Tx } from '../../../../kernel/context.ts'
import { newId } from '../../../../kernel/ids.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { type FreshLine, freshDraft } from '../../queries/cycle/fresh-draft.ts'
import { ownSources } from '../../queries/cycle/own-sources.ts'
import { requireCollecting } from '../../queries/cycle/require-review.ts'
import { presentSheet, requireSpeaker } from '../../queries/cycle/sheets.ts'
import { planDraft } from '../../rules/draft/plan-draft.ts'
import type { Drafted } from '../../schema.ts'
import { insertLines, listLines, updateLine } from '../../store/cycle/lines.ts'

interface Of {
  readonly reviewId: string
  readonly unitId: string
}

/**
 * Drafts a unit's sheet from the data, or again: new lines are added, untouched ones follow their sources, the office's words
 * and decisions stay and are told to be stale where the sources say something else.
 * @throws `reviews.no-such-review`, `reviews.is-frozen`, `reviews.not-a-speaker`
 */
export async function draftUnitSheet(ctx: Context, { reviewId, unitId }: Of): Promise<Drafted> {
  authorize(ctx, 'reviews.prepare', [unitId])
  return ctx.transaction(async (tx) => {
    const review = await requireCollecting(tx, reviewId)
    await requireSpeaker(tx, { review, unitId })
    const fresh = await freshDraft(ctx, tx, { review, unitId })
    const own = await ownSources(ctx, tx, { review, unitId })
    const plan = planDraft(await listLines(tx, reviewId, unitId), fresh)
    const added = await addLines(ctx, tx, { reviewId, unitId, lines: plan.add, from: plan.nextPosition })
    for (const { line, now } of plan.renew) await updateLine(tx, line, { ...drawn(now), ...by(ctx) })
    await journal(tx, ctx, {
      action: 'reviews.sheet-drafted',
      subject: { type: 'review', id: reviewId },
      detail: { unitId, added, renewed: plan.renew.length, stale: plan.stale.length },
    })
    const known = { drafted: new Map(fresh.map((line) => [line.key, line])), own }
    const sheet = await presentSheet(ctx, tx, { review, unitId, fresh: known })
    return { sheet, added, renewed: plan.renew.length, stale: plan.stale.length }
  })
}

interface Adding extends Of {
  readonly lines: readonly FreshLine[]
  readonly from: number
}

function addLines(ctx: Context, tx: Tx, { reviewId, unitId, lines, from }: Adding): Promise<number> {
  const { changed_at, changed_by } = by(ctx)
  return insertLines(
    tx,
    lines.map((line, at) => ({
      tenant_id: ctx.tenantId,
      id: newId(changed_at.getTime()),
      review_id: reviewId,
      unit_id: unitId,
      key: line.key,
      side: line.side,
      kind: line.kind,
      position: from + at,
      ...drawn(line),
      words: null,
      included: true,
      is_outcome_decided: false,
      version: 1,
      created_at: changed_at,
      created_by: changed_by,
      changed_at,
      changed_by,
    })),
  )
}

/** What the data give of a line. */
export function drawn({ draft, sources, fingerprint, outcome, evidence }: FreshLine) {
  return {
    draft: JSON.stringify(draft),
    sources: JSON.stringify(sources),
    fingerprint,
    outcome,
    evidence: JSON.stringify(evidence),
  }
}

export const by = (ctx: Context) => ({ changed_at: ctx.clock.now(), changed_by: ctx.actor.name })
