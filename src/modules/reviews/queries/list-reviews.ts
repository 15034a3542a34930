import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { readRecord } from '../../reports/index.ts'
import { meetingOrder } from '../rules/meeting-order.ts'
import type { Recurrence, UnitReviewLine } from '../schema.ts'
import { recurrencesOf } from './recurrences.ts'
import { unitsInScope } from './units-in-scope.ts'

type ReadRecord = Awaited<ReturnType<typeof readRecord>>

/** One line for each unit that an accepted statement speaks of, of the units that the actor may review. */
export async function listReviews(ctx: Context): Promise<UnitReviewLine[]> {
  authorize(ctx, 'reviews.read')
  return ctx.transaction(async (tx) => {
    const record = await readRecord(ctx, tx, unitsInScope(ctx))
    const recurrences = await recurrencesOf(tx, record)
    const byUnit = Map.groupBy(record.statements, (statement) => statement.unitId)
    return [...byUnit].flatMap(([unitId, statements]) =>
      unitId === null
        ? []
        : [
            lineOf(
              unitId,
              { ...record, statements },
              recurrences.filter((one) => one.later.unitId === unitId),
            ),
          ],
    )
  })
}

function lineOf(
  unitId: string,
  { statements, reports }: ReadRecord,
  recurrences: readonly Recurrence[],
): UnitReviewLine {
  const spokenIn = [...new Set(statements.map((statement) => statement.reportId))]
    .map((id) => reports.get(id)!)
    .sort((a, b) => (meetingOrder(a) < meetingOrder(b) ? 1 : -1))
  const count = (kind: string) => statements.filter((statement) => statement.kind === kind).length
  const withVerdict = (verdict: string) => recurrences.filter((one) => one.verdict === verdict).length
  return {
    unitId,
    latestPeriod: spokenIn.find((report) => report.period !== null)?.period ?? null,
    reviews: spokenIn.length,
    ranks: count('rank'),
    firsts: count('first'),
    figures: count('figure'),
    shortfalls: count('shortfall'),
    recurring: { suggested: withVerdict('suggested'), confirmed: withVerdict('confirmed') },
  }
}
