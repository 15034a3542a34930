import type { Context, Tx } from '../../../../kernel/context.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { readRecord } from '../../../reports/index.ts'
import { cohortMembers, findCohort, loadRegister } from '../../../units/index.ts'
import defaults from '../../rules/cycle/cycle-defaults.json' with { type: 'json' }
import { type Candidate, proposeSpeakers } from '../../rules/cycle/propose-speakers.ts'
import type { AskProposal, Proposal } from '../../schema.ts'
import { speakersOfReviews } from '../../store/cycle/agenda.ts'
import { type StoredReview, selectReviews } from '../../store/cycle/reviews.ts'
import { presentReasons } from './present-reasons.ts'
import { heldOn } from './present-review.ts'
import { requireReview } from './require-review.ts'

/**
 * Who might speak at a review, with the reasons from history.
 * @throws `reviews.no-such-review`, `reviews.no-such-cohort`
 */
export function getProposal(ctx: Context, reviewId: string, asked: AskProposal): Promise<Proposal> {
  authorize(ctx, 'reviews.prepare')
  return ctx.transaction(async (tx) => {
    const review = await requireReview(tx, reviewId)
    const { register, ids } = await loadRegister(tx)
    const cohort = findCohort(register, asked.cohort)
    if (!cohort) throw notFound('reviews.no-such-cohort', { cohort: asked.cohort })
    const members = cohortMembers(register, cohort.key, heldOn(review)).map(({ key }) => ids.get(key)!)
    const { count, source } = defaults.speakers
    const proposed = proposeSpeakers(await histories(ctx, tx, { review, unitIds: members }), {
      period: review.period,
      count: asked.count ?? count,
    })
    return {
      cohort: cohort.key,
      count: asked.count ?? count,
      countSource: source,
      candidates: proposed.map(({ why, reviewedIn, ...candidate }) => ({
        ...candidate,
        reviewedIn: [...reviewedIn],
        why: presentReasons(why, ctx.locale),
      })),
    }
  })
}

const COMMENTS = new Set<string>(['rank', 'first', 'figure', 'shortfall'])

/**
 * In which reviews units were commented on: as the accepted statements of meeting reports tell it, and as speakers of
 * reviews that were prepared here.
 */
export async function histories(
  ctx: Context,
  tx: Tx,
  { review, unitIds }: { review: StoredReview; unitIds: readonly string[] },
): Promise<Candidate[]> {
  const { statements, reports } = await readRecord(ctx, tx, unitIds)
  const reviewed = new Map<string, string[]>(unitIds.map((unitId) => [unitId, []]))
  const shortfalls = new Map<string, number>()
  for (const { kind, unitId, reportId } of statements) {
    const period = reports.get(reportId)?.period
    if (unitId === null || !period || !QUARTER.test(period) || !COMMENTS.has(kind)) continue
    reviewed.get(unitId)?.push(period)
    const key = `${unitId} ${period} ${reportId}`
    if (kind === 'shortfall') shortfalls.set(key, (shortfalls.get(key) ?? 0) + 1)
  }
  const periods = new Map((await selectReviews(tx)).map(({ id, period }) => [id, period]))
  for (const { reviewId, unitId } of await speakersOfReviews(tx)) {
    if (reviewId !== review.id) reviewed.get(unitId)?.push(periods.get(reviewId)!)
  }
  return unitIds.map((unitId) => {
    const reviewedIn = reviewed.get(unitId) ?? []
    const last = reviewedIn
      .filter((period) => period < review.period)
      .sort()
      .at(-1)
    // A report and its digest tell the same: the longer one counts.
    const counts = [...shortfalls].flatMap(([key, count]) =>
      key.startsWith(`${unitId} ${last} `) ? [count] : [],
    )
    return { unitId, reviewedIn, lastShortfalls: Math.max(0, ...counts) }
  })
}

const QUARTER = /^\d{4}Q[1-4]$/
