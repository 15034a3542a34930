import type { Context } from '../../../../kernel/context.ts'
import { addDays, dayOf } from '../../../../kernel/day.ts'
import { conflict } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { CITY_ZONE } from '../../city-zone.ts'
import { getCycle } from '../../queries/cycle/cycles.ts'
import type { OpenReview, ReviewDetail } from '../../schema.ts'
import { insertReview, insertStage } from '../../store/cycle/reviews.ts'

/** Two days before the meeting the book lies before it: what is newer is not in it. */
const CUT_DAYS_BEFORE = 2

/** Opens the review of a quarter, which then collects. @throws `reviews.period-taken` */
export async function openReview(ctx: Context, input: OpenReview): Promise<ReviewDetail> {
  authorize(ctx, 'reviews.prepare')
  const { period, title, speakerMinutes } = input
  const heldAt = new Date(input.heldAt)
  const id = newId(ctx.clock.now().getTime())
  await ctx.transaction(async (tx) => {
    const now = ctx.clock.now()
    const by = ctx.actor.name
    const isNew = await insertReview(tx, {
      tenant_id: ctx.tenantId,
      id,
      period,
      title,
      held_at: heldAt,
      stage: 'collecting',
      cut_on: input.cutOn ?? addDays(dayOf(heldAt, CITY_ZONE), -CUT_DAYS_BEFORE),
      speaker_minutes: speakerMinutes,
      report_id: null,
      version: 1,
      created_at: now,
      created_by: by,
      changed_at: now,
      changed_by: by,
    })
    if (!isNew) throw conflict('reviews.period-taken', { period })
    await insertStage(
      tx,
      { tenantId: ctx.tenantId, reviewId: id },
      { stage: 'collecting', dueAt: null, enteredAt: now, enteredBy: by },
    )
    await journal(tx, ctx, {
      action: 'reviews.review-opened',
      subject: { type: 'review', id },
      detail: { period, title, heldAt: heldAt.toISOString() },
    })
  })
  return getCycle(ctx, id)
}
