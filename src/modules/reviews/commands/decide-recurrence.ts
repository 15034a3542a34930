import type { Context, Tx } from '../../../kernel/context.ts'
import { invalid, notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { journal } from '../../../platform/journal/index.ts'
import { findOnRecord } from '../../reports/index.ts'
import { recurrencesOf } from '../queries/recurrences.ts'
import { likeness } from '../rules/likeness.ts'
import { meetingOrder } from '../rules/meeting-order.ts'
import type { DecideRecurrence, Recurrence } from '../schema.ts'
import { upsertVerdict } from '../store.ts'
import { followVerdict } from './matters/follow-verdict.ts'

/**
 * Confirms or dismisses that a shortfall is an earlier one come back. A later decision takes the place of an
 * earlier one; the journal keeps both.
 * @throws `reviews.no-such-shortfall`, `reviews.not-a-pair` unless both are shortfalls of one unit in two reports,
 * the earlier one first
 */
export async function decideRecurrence(ctx: Context, input: DecideRecurrence): Promise<Recurrence> {
  authorize(ctx, 'reviews.decide')
  const { earlierId, laterId, verdict } = input
  return ctx.transaction(async (tx) => {
    const [earlier, later] = [await shortfall(ctx, tx, earlierId), await shortfall(ctx, tx, laterId)]
    const unitId = earlier.statement.unitId
    const isPair =
      unitId !== null &&
      unitId === later.statement.unitId &&
      meetingOrder(earlier.report) < meetingOrder(later.report)
    if (!isPair) throw invalid('reviews.not-a-pair', { earlierId, laterId })
    authorize(ctx, 'reviews.decide', [unitId])
    await upsertVerdict(tx, ctx.tenantId, {
      ...input,
      unitId,
      likeness: likeness(earlier.statement.subject, later.statement.subject).likeness,
      decidedBy: ctx.actor.name,
      decidedAt: ctx.clock.now(),
    })
    await journal(tx, ctx, {
      action: `reviews.recurrence-${verdict}`,
      subject: { type: 'statement', id: laterId },
      detail: { earlierId, unitId },
    })
    await followVerdict(ctx, tx, { ...input, unitId })
    const decided = await recurrencesOf(tx, {
      statements: [earlier.statement, later.statement],
      reports: new Map([earlier.report, later.report].map((report) => [report.id, report])),
    })
    return decided[0]!
  })
}

async function shortfall(ctx: Context, tx: Tx, id: string) {
  const found = await findOnRecord(ctx, tx, id)
  if (found?.statement.kind !== 'shortfall') throw notFound('reviews.no-such-shortfall', { id })
  return found
}
