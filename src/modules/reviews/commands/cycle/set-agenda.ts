import type { Context, Tx } from '../../../../kernel/context.ts'
import { invalid } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { loadUnits } from '../../../units/index.ts'
import { getCycle } from '../../queries/cycle/cycles.ts'
import { histories } from '../../queries/cycle/proposal.ts'
import { refuseFrozen, requireVersion } from '../../queries/cycle/require-review.ts'
import { proposeSpeakers } from '../../rules/cycle/propose-speakers.ts'
import type { AgendaPoint, ReviewDetail, SetAgenda } from '../../schema.ts'
import { listSpeakers, replaceAgenda, type StoredSpeaker } from '../../store/cycle/agenda.ts'
import { type StoredReview, updateReview } from '../../store/cycle/reviews.ts'

/**
 * Puts an agenda down: who speaks in which order, and what else. The reasons from history are kept with each speaker.
 * @throws `reviews.no-such-review`, `reviews.review-changed`, `reviews.is-frozen`, `reviews.speaks-twice`,
 * `reviews.no-such-unit`
 */
export async function setAgenda(ctx: Context, id: string, input: SetAgenda): Promise<ReviewDetail> {
  authorize(ctx, 'reviews.prepare')
  await ctx.transaction(async (tx) => {
    const review = await requireVersion(tx, { id, version: input.version })
    refuseFrozen(review)
    const points = await agendaOf(tx, review, input.points)
    const speakers = await speakersOf(ctx, tx, { review, points })
    await replaceAgenda(tx, { tenantId: ctx.tenantId, reviewId: id }, { points, speakers })
    await updateReview(tx, review, { changed_at: ctx.clock.now(), changed_by: ctx.actor.name })
    await journal(tx, ctx, {
      action: 'reviews.agenda-set',
      subject: { type: 'review', id },
      detail: {
        period: review.period,
        speakers: speakers.map(({ unitId }) => unitId),
        points: points.length,
      },
    })
  })
  return getCycle(ctx, id)
}

async function agendaOf(
  tx: Tx,
  { speaker_minutes }: StoredReview,
  points: SetAgenda['points'],
): Promise<AgendaPoint[]> {
  const names = new Map((await loadUnits(tx)).map(({ id, name }) => [id, name]))
  const seen = new Set<string>()
  return points.map((point, at): AgendaPoint => {
    if (point.kind === 'other') return { ...point, position: at + 1, unitId: null }
    const { unitId, title, minutes = speaker_minutes } = point
    const name = names.get(unitId)
    if (name === undefined) throw invalid('reviews.no-such-unit', { unitId })
    if (seen.has(unitId)) throw invalid('reviews.speaks-twice', { unit: name })
    seen.add(unitId)
    return { kind: 'speech', position: at + 1, title: title ?? name, unitId, minutes }
  })
}

async function speakersOf(
  ctx: Context,
  tx: Tx,
  { review, points }: { review: StoredReview; points: readonly AgendaPoint[] },
): Promise<StoredSpeaker[]> {
  const speeches = points.flatMap(({ unitId, minutes }) => (unitId === null ? [] : [{ unitId, minutes }]))
  const unitIds = speeches.map(({ unitId }) => unitId)
  const proposed = proposeSpeakers(await histories(ctx, tx, { review, unitIds }), {
    period: review.period,
    count: unitIds.length,
  })
  const why = new Map(proposed.map((each) => [each.unitId, each.why]))
  const former = new Map((await listSpeakers(tx, review.id)).map((speaker) => [speaker.unitId, speaker]))
  return speeches.map(({ unitId, minutes }, at) => ({
    unitId,
    position: at + 1,
    minutes,
    why: why.get(unitId) ?? [],
    doneAt: former.get(unitId)?.doneAt ?? null,
    doneBy: former.get(unitId)?.doneBy ?? null,
  }))
}
