import type { Context, Tx } from '../../../../kernel/context.ts'
import { conflict } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { type JournalEntry, journalAll } from '../../../../platform/journal/index.ts'
import { getCycle } from '../../queries/cycle/cycles.ts'
import { dueAtOf, refusalSentence, withStageWords } from '../../queries/cycle/present-review.ts'
import { requireReview, requireVersion } from '../../queries/cycle/require-review.ts'
import { loadStageFacts } from '../../queries/cycle/stage-facts.ts'
import { type Refusal, stageRefusals } from '../../rules/cycle/stage-refusals.ts'
import type { EnterStage, ReviewDetail, Stage } from '../../schema.ts'
import { insertStage, type StoredReview, selectReviews, updateReview } from '../../store/cycle/reviews.ts'
import { freezeBook } from './freeze-book.ts'

/**
 * Takes a review to its next stage; what is late is marked so and not refused. Freezing makes the book; a review that is held
 * closes those before it that were only followed up.
 * @throws `reviews.no-such-review`, `reviews.review-changed`, what stands against the stage (`stageRefusals`), or
 * `reviews.stage-refused` with all of it
 */
export async function enterStage(ctx: Context, id: string, input: EnterStage): Promise<ReviewDetail> {
  authorize(ctx, input.to === 'frozen' ? 'reviews.prepare' : 'reviews.hold')
  const { to, version, withStale } = input
  await ctx.transaction(async (tx) => {
    const review = await requireVersion(tx, { id, version })
    const facts = await loadStageFacts(ctx, tx, review)
    refuse(ctx, stageRefusals(facts, to, withStale))
    const entries: JournalEntry[] = []
    if (to === 'frozen') entries.push(await freezeBook(ctx, tx, review))
    const reviews = await selectReviews(tx)
    entries.push(await enter(ctx, tx, { review, to, reviews }))
    if (to === 'held') {
      const followed = reviews.filter(({ period, stage }) => period < review.period && stage === 'follow-up')
      for (const { id: earlier } of followed) {
        const locked = await requireReview(tx, earlier, 'forUpdate')
        // Somebody else may have closed it while this transaction waited.
        if (locked.stage === 'follow-up')
          entries.push(await enter(ctx, tx, { review: locked, to: 'closed', reviews }))
      }
    }
    await journalAll(tx, ctx, entries)
  })
  return getCycle(ctx, id)
}

async function enter(
  ctx: Context,
  tx: Tx,
  { review, to, reviews }: { review: StoredReview; to: Stage; reviews: readonly StoredReview[] },
): Promise<JournalEntry> {
  const now = ctx.clock.now()
  const dueAt = dueAtOf(review, to, reviews)
  const by = ctx.actor.name
  await insertStage(
    tx,
    { tenantId: ctx.tenantId, reviewId: review.id },
    { stage: to, dueAt, enteredAt: now, enteredBy: by },
  )
  await updateReview(tx, review, { stage: to, changed_at: now, changed_by: by })
  return {
    action: `reviews.review-${to}`,
    subject: { type: 'review', id: review.id },
    detail: {
      period: review.period,
      dueAt: dueAt?.toISOString() ?? null,
      isLate: to !== 'held' && dueAt !== null && now > dueAt,
    },
  }
}

function refuse(ctx: Context, refusals: readonly Refusal[]): void {
  const [first] = refusals
  if (!first) return
  if (refusals.length === 1) throw conflict(first.code, withStageWords(ctx.locale, first.details))
  const sentences = refusals.map((refusal) => refusalSentence(ctx, refusal))
  throw conflict('reviews.stage-refused', {
    count: refusals.length,
    refusals: refusals.map(({ code, details }) => ({ code, details })),
    sentences: sentences.map((sentence, at) => `${at + 1}. ${sentence}`).join('\n'),
  })
}
