import type { Context, Tx } from '../../../../kernel/context.ts'
import { answersAt } from '../../../../platform/answers/index.ts'
import { fingerprintOf } from '../../fingerprint-of.ts'
import type { DraftLine } from '../../rules/draft/draft-line.ts'
import { draftSheet } from '../../rules/draft/draft-sheet.ts'
import type { Facts } from '../../rules/draft/facts.ts'
import type { StoredReview } from '../../store/cycle/reviews.ts'
import { loadFacts } from './load-facts.ts'

export interface FreshLine extends Omit<DraftLine, 'basis'> {
  readonly fingerprint: string
}

/** A unit's sheet as the data give it now; computed once until something is written in the tenant. */
export async function freshDraft(
  ctx: Context,
  tx: Tx,
  { review, unitId }: { review: StoredReview; unitId: string },
): Promise<readonly FreshLine[]> {
  const answers = await answersAt(ctx, tx)
  const of = [review.id, review.version, unitId, ctx.clock.today()]
  return answers.keep({ name: 'reviews.fresh-draft', of }, async () => {
    const facts = await factsOf(ctx, tx, { review, unitId })
    return draftSheet(facts).map(({ basis, ...line }) => ({ ...line, fingerprint: fingerprintOf(basis) }))
  })
}

/** What a unit's sheet knows; computed once until something is written in the tenant. */
export async function factsOf(
  ctx: Context,
  tx: Tx,
  { review, unitId }: { review: StoredReview; unitId: string },
): Promise<Facts> {
  const answers = await answersAt(ctx, tx)
  const of = [review.id, review.version, unitId, ctx.clock.today()]
  return answers.keep({ name: 'reviews.facts', of }, () => loadFacts(ctx, tx, { review, unitId }))
}
