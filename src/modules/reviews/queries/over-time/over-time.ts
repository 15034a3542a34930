import type { Context } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { forgottenByUnit, resolvedShare } from '../../rules/over-time/count-fates.ts'
import { nextMeetings } from '../../rules/over-time/review-line.ts'
import { type AskOverTime, Fate, type OverTime } from '../../schema/over-time.ts'
import { loadChains } from '../matters/load-chains.ts'
import { unitsInScope } from '../units-in-scope.ts'
import { commitmentDays } from './commitment-days.ts'
import { type JudgedShortfall, judgeShortfalls } from './judge-shortfalls.ts'
import { loadTimeline } from './load-timeline.ts'
import { unitQuarters } from './unit-quarters.ts'

/**
 * Units against themselves over the quarters, what became of shortfalls by the next review, who forgot them, and how long
 * what was promised took; of the units that the actor may review. Some sixteen queries, however many reviews there are.
 * @throws `kernel.forbidden` for a unit outside the actor's scope
 */
export async function getOverTime(ctx: Context, { unitId }: AskOverTime): Promise<OverTime> {
  authorize(ctx, 'reviews.read', unitId === undefined ? [] : [unitId])
  const unitIds = unitId === undefined ? unitsInScope(ctx) : [unitId]
  return ctx.transaction(async (tx) => {
    const chains = await loadChains(ctx, tx, unitIds)
    const timeline = await loadTimeline(ctx, tx, unitIds ? undefined : chains.shortfalls.record)
    const judged = await judgeShortfalls(ctx, tx, { chains, timeline })
    const next = nextMeetings(timeline)
    const byReview = Map.groupBy(judged, ({ part }) => part.review)
    const fated = judged.map(({ part, fate }) => ({ id: part.id, unitId: part.unitId, fate }))
    return {
      asOf: ctx.clock.today(),
      units: await unitQuarters(ctx, tx, { ...chains.shortfalls, unitIds }),
      reviews: timeline.flatMap((meeting) => {
        const found = byReview.get(meeting.review)
        if (!found) return []
        const after = next.get(meeting.review) ?? null
        return [
          {
            ...meeting,
            next: after && { review: after.review, at: after.at },
            resolved: resolvedShare(found),
            fates: countFates(found),
            shortfalls: found.map(presentJudged),
          },
        ]
      }),
      resolved: resolvedShare(fated),
      forgotten: forgottenByUnit(fated),
      commitments: await commitmentDays(ctx, tx, unitId),
    }
  })
}

function countFates(judged: readonly JudgedShortfall[]): Record<Fate, number> {
  const count = (fate: Fate) => judged.filter((one) => one.fate === fate).length
  return Object.fromEntries(Fate.options.map((fate) => [fate, count(fate)])) as Record<Fate, number>
}

function presentJudged({ part, fate, resolvedOn, itemCount }: JudgedShortfall) {
  const { kind, id, unitId, text, period, href, matterId } = part
  return { kind, id, unitId, text, period, href, matterId, fate, resolvedOn, items: itemCount }
}
