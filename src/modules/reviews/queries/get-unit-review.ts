import type { z } from 'zod'
import type { Context } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { countItems } from '../../ledger/index.ts'
import { readRecord } from '../../reports/index.ts'
import { loadRegister } from '../../units/index.ts'
import { meetingOrder } from '../rules/meeting-order.ts'
import type { UnitPeriod, UnitReview } from '../schema.ts'
import { recurrencesOf } from './recurrences.ts'

type ReadRecord = Awaited<ReturnType<typeof readRecord>>

/**
 * One unit's page: what the accepted statements of each review say of it, latest first, what came back, and where
 * its items stand today.
 * @throws `kernel.forbidden` outside the actor's scope, `reviews.no-such-unit`
 */
export async function getUnitReview(ctx: Context, unitId: string): Promise<UnitReview> {
  authorize(ctx, 'reviews.read', [unitId])
  return ctx.transaction(async (tx) => {
    const { ids } = await loadRegister(tx)
    if (![...ids.values()].includes(unitId)) throw notFound('reviews.no-such-unit', { unitId })
    const record = await readRecord(ctx, tx, [unitId])
    const items = await countItems(ctx, tx, { asOf: ctx.clock.today(), unitIds: [unitId] })
    return {
      unitId,
      periods: periodsOf(record),
      recurrences: await recurrencesOf(tx, record),
      items: { total: items.total, overdue: items.overdue, dueSoon: items.dueSoon },
    }
  })
}

function periodsOf({ statements, reports }: ReadRecord): z.infer<typeof UnitPeriod>[] {
  const byReport = Map.groupBy(statements, (statement) => statement.reportId)
  return [...byReport]
    .map(([reportId, inReport]) => ({ report: reports.get(reportId)!, inReport }))
    .sort((a, b) => (meetingOrder(a.report) < meetingOrder(b.report) ? 1 : -1))
    .map(({ report: { id, title, period, reportDate }, inReport }) => {
      const ofKind = (kind: string) => inReport.filter((statement) => statement.kind === kind)
      return {
        report: { id, title, period, reportDate },
        ranks: ofKind('rank'),
        firsts: ofKind('first'),
        figures: ofKind('figure'),
        shortfalls: ofKind('shortfall'),
        tasks: ofKind('task'),
      }
    })
}
