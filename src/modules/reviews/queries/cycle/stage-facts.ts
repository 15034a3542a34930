import type { Context, Tx } from '../../../../kernel/context.ts'
import { dayOf } from '../../../../kernel/day.ts'
import { loadUnits } from '../../../units/index.ts'
import { CITY_ZONE } from '../../city-zone.ts'
import type { StageFacts } from '../../rules/cycle/stage-refusals.ts'
import { STAGES } from '../../schema.ts'
import { type StoredReview, selectReviews } from '../../store/cycle/reviews.ts'
import { summarizeSheets } from './sheets.ts'

/** What decides whether the next stage may begin. Only freezing asks for the sheets. */
export async function loadStageFacts(ctx: Context, tx: Tx, review: StoredReview): Promise<StageFacts> {
  const sheets = review.stage === 'collecting' ? await summarizeSheets(ctx, tx, review) : []
  const names = new Map((await loadUnits(tx)).map(({ id, name, nameEn }) => [id, { name, nameEn }]))
  const nameOf = (unitId: string) => {
    const unit = names.get(unitId)
    return (ctx.locale === 'en' && unit?.nameEn) || unit?.name || unitId
  }
  const later = (await selectReviews(tx)).filter(({ period }) => period > review.period)
  return {
    stage: review.stage,
    today: ctx.clock.today(),
    heldOn: dayOf(review.held_at, CITY_ZONE),
    speakers: sheets.map(({ unitId, strengths, shortfalls, followUps, leftOut, stale }) => ({
      unit: nameOf(unitId),
      lines: strengths + shortfalls + followUps - leftOut,
      stale,
    })),
    isFollowedByHeld: later.some(({ stage }) => STAGES.indexOf(stage) >= STAGES.indexOf('held')),
  }
}
