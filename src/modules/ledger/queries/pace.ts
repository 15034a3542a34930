import type { Context, Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { answerOnce } from '../../../platform/answers/index.ts'
import { type PacedItem, pace as paceOf } from '../rules/clock/pace.ts'
import { itemQuery } from '../rules/statistics/item-query.ts'
import { percentOf } from '../rules/statistics/percent-of.ts'
import { rowFilter } from '../rules/statistics/row-filter.ts'
import type { AskPace, ItemFilterQuery, Pace, PaceRow } from '../schema.ts'
import { selectItems } from '../store/list-items.ts'
import { type PacedTogether, selectPaced } from '../store/pace.ts'
import { itemFilter } from './item-filter.ts'
import { openReading } from './open-reading.ts'

const ROWS = 500

/** Time passed against progress of an item, a unit, a plan or the city, of the items that the actor sees. */
export function pace(ctx: Context, input: AskPace): Promise<Pace> {
  authorize(ctx, 'ledger.read')
  const today = ctx.clock.today()
  return answerOnce(ctx, { name: 'ledger.pace', of: [input, today] }, (tx) => compute(ctx, tx, input))
}

async function compute(ctx: Context, tx: Tx, { by, ...asked }: AskPace): Promise<Pace> {
  // What has parts is not counted beside them.
  const query: ItemFilterQuery = by === 'item' ? asked : { ...asked, isLeaf: true }
  const reading = await openReading(ctx, tx)
  const filter = await itemFilter(ctx, tx, { query, ...reading })
  const asOf = filter.on
  if (by === 'item') {
    const items = await selectItems(tx, filter, { sort: 'number', limit: ROWS + 1 })
    const rows = items.map((item) => {
      const progress = item.state === 'closed' ? 100 : item.progress
      return rowOf([{ ...item, progress }], { key: item.id, query: { id: [item.id] }, asOf, named: item })
    })
    return { by, asOf, rows: rows.slice(0, ROWS), isComplete: rows.length <= ROWS }
  }
  const groups = [...Map.groupBy(await selectPaced(tx, filter, by), ({ key }) => key)]
  const shown = groups.slice(0, ROWS)
  const ids = by === 'plan' ? shown.flatMap(([key]) => key ?? []) : []
  const plans = ids.length > 0 ? await plansById(tx, { ...filter, id: ids }) : new Map()
  const rows = shown.map(([key, together]) => {
    const opens =
      by === 'unit' ? rowFilter(query, 'unit', key) : by === 'plan' ? { ...query, under: key! } : query
    return rowOf(together.map(itemOf), { key, query: opens, asOf, named: plans.get(key), together })
  })
  return { by, asOf, rows, isComplete: groups.length <= ROWS }
}

async function plansById(tx: Tx, { id, on, before, soonDays, scope }: Parameters<typeof selectItems>[1]) {
  const plans = await selectItems(tx, { id, on, before, soonDays, scope }, { sort: 'number', limit: ROWS })
  return new Map(plans.map((plan) => [plan.id, plan]))
}

interface Row {
  readonly key: string | null
  readonly query: ItemFilterQuery
  readonly asOf: Day
  readonly named: { number: string; title: string } | undefined
  readonly together?: readonly PacedTogether[]
}

function rowOf(items: readonly PacedItem[], { key, query, asOf, named, together }: Row): PaceRow {
  const paced = paceOf(items, asOf)
  const count = (isCounted: boolean) =>
    together?.reduce((sum, one) => sum + (hasClock(one) === isCounted ? one.count : 0), 0)
  return {
    key,
    number: named?.number ?? null,
    title: named?.title ?? null,
    ...paced,
    counted: count(true) ?? paced.counted,
    withoutClock: count(false) ?? paced.withoutClock,
    timePassedPercent: percentOf(paced.timePassed, paced.weight),
    expectedPercent: percentOf(paced.expected, paced.weight),
    progressPercent: percentOf(paced.progress, paced.weight),
    query: itemQuery(query),
  }
}

function hasClock({ startOn, dueOn }: PacedTogether): boolean {
  return startOn !== null && dueOn !== null
}

function itemOf({ weight, progress, plan, startOn, dueOn }: PacedTogether): PacedItem {
  return { weight: Number(weight), progress: Number(progress), plan, startOn, dueOn }
}
