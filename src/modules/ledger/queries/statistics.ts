import type { Context, Tx } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { answerOnce } from '../../../platform/answers/index.ts'
import type { Taking } from '../rules/statistics/median.ts'
import { rowFilter } from '../rules/statistics/row-filter.ts'
import {
  OPEN_LIGHTS,
  type RowCounts,
  type RowStages,
  statisticsRow,
} from '../rules/statistics/statistics-row.ts'
import type { AskStatistics, Statistics } from '../schema.ts'
import { statisticsByKey } from '../store/statistics.ts'
import { itemFilter } from './item-filter.ts'
import { openReading } from './open-reading.ts'

/**
 * What became of the items that the actor sees, by unit, origin, theme, month of issue or kind: each count with its
 * numerator, its denominator and the queries that open both. Computed once for all who ask until something is written.
 */
export function statistics(ctx: Context, input: AskStatistics): Promise<Statistics> {
  authorize(ctx, 'ledger.read')
  const today = ctx.clock.today()
  return answerOnce(ctx, { name: 'ledger.statistics', of: [input, today] }, (tx) => compute(ctx, tx, input))
}

const NO_STAGES: RowStages = { sign: [], work: [], verify: [] }

async function compute(ctx: Context, tx: Tx, { by, ...query }: AskStatistics): Promise<Statistics> {
  const filter = await itemFilter(ctx, tx, { query, ...(await openReading(ctx, tx)) })
  const { counts: rows, stages } = await statisticsByKey(tx, filter, by)
  return {
    by,
    asOf: filter.on,
    computedAt: ctx.clock.now().toISOString(),
    rows: rows.map((row) =>
      statisticsRow(rowFilter(query, by, row.key), row, stages.get(row.key) ?? NO_STAGES),
    ),
    totals: statisticsRow(query, sumOf(rows), allStages([...stages.values()])),
  }
}

function sumOf(rows: readonly RowCounts[]): RowCounts {
  const sum = (count: (row: RowCounts) => number) => rows.reduce((total, row) => total + count(row), 0)
  return {
    key: null,
    total: sum(({ total }) => total),
    dispatched: sum(({ dispatched }) => dispatched),
    open: sum(({ open }) => open),
    closed: sum(({ closed }) => closed),
    closedOnTime: sum(({ closedOnTime }) => closedOnTime),
    closedByFirstDue: sum(({ closedByFirstDue }) => closedByFirstDue),
    wasLate: sum(({ wasLate }) => wasLate),
    wasReturned: sum(({ wasReturned }) => wasReturned),
    wasPressed: sum(({ wasPressed }) => wasPressed),
    overdue: sum(({ overdue }) => overdue),
    lights: Object.fromEntries(
      OPEN_LIGHTS.map((light) => [light, sum(({ lights }) => lights[light])]),
    ) as RowCounts['lights'],
  }
}

function allStages(stages: readonly RowStages[]): RowStages {
  const of = (stage: keyof RowStages): Taking[] => stages.flatMap((row) => row[stage])
  return { sign: of('sign'), work: of('work'), verify: of('verify') }
}
