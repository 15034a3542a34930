import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Taking } from '../rules/statistics/median.ts'
import { OPEN_LIGHTS, type RowCounts, type RowStages } from '../rules/statistics/statistics-row.ts'
import type { StatisticsBy } from '../schema.ts'
import { closedCounts, closedStages, isTallied, tallied } from './closed-tally.ts'
import { allOf, type ItemFilter, itemConditions } from './item-filter.ts'
import { itemRows } from './item-source.ts'
import { isOpen, isOverdue, openLight } from './light-condition.ts'

const KEYS: Record<StatisticsBy, RawBuilder<string | null>> = {
  unit: sql`item.lead_unit_id::text`,
  origin: sql`item.origin`,
  theme: sql`item.theme`,
  month: sql`to_char(item.issued_on, 'YYYY-MM')`,
  kind: sql`item.kind`,
}

const isClosed = sql`item.state = 'closed'`
const done = sql`coalesce(item.finished_on, item.reported_on)`

export interface KeyedStatistics {
  /** The counts of each row, those without a key first. */
  readonly counts: readonly RowCounts[]
  /** How many items of each key took how many days from one mark to the next; days between two marks, as they stand now. */
  readonly stages: ReadonlyMap<string | null, RowStages>
}

/**
 * Counts and stages by key in one scan, of open items only where closed ones are tallied. Items that agree in all that is
 * counted are added up first: what follows reads these groups, not the items.
 */
export async function statisticsByKey(
  tx: Tx,
  filter: ItemFilter,
  by: StatisticsBy,
): Promise<KeyedStatistics> {
  const isShort = isTallied(filter)
  const scanned = [...itemConditions(filter), ...(isShort ? [isOpen] : [])]
  // What is known of all scanned ones is not asked of each.
  const [open, closed] = isShort ? [sql.lit(true), sql.lit(false)] : [isOpen, isClosed]
  const count = (condition: RawBuilder<unknown>) => sql`coalesce(sum(n) filter (where ${condition}), 0)::int`
  const lights = OPEN_LIGHTS.map((light) => sql`${sql.lit(light)}, ${count(sql`light = ${sql.lit(light)}`)}`)
  // In one statement, so that an item that closes meanwhile is in one of both.
  const { rows } = await sql<{ counts: PartCounts[] | null; stages: PartStage[] | null }>`
    with ${isShort ? sql`tallied as not materialized (${tallied(by)}),` : sql``}
    alike as materialized (
      select ${KEYS[by]} as key, ${open} as open, ${closed} as closed,
        item.dispatched_on is not null as dispatched, item.was_late as late,
        ${closed} and item.finished_on <= item.first_due_on as by_first_due,
        item.returned_count > 0 as returned, item.pressed_count > 0 as pressed, ${isOverdue(filter.on)} as overdue,
        case when ${open} then ${openLight(filter.on)} end as light,
        item.signed_on - item.dispatched_on as sign, ${done} - item.signed_on as work,
        case when ${closed} then item.closed_on - ${done} end as verify,
        count(*) as n
      from ${itemRows(filter.before)} item where ${allOf(scanned)}
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13),
    counts as (
      select key, sum(n)::int as total, ${count(sql`dispatched`)} as dispatched, ${count(sql`open`)} as open,
        ${count(sql`closed`)} as closed, ${count(sql`closed and not late`)} as "closedOnTime",
        ${count(sql`by_first_due`)} as "closedByFirstDue", ${count(sql`late`)} as "wasLate",
        ${count(sql`returned`)} as "wasReturned", ${count(sql`pressed`)} as "wasPressed",
        ${count(sql`overdue`)} as overdue, json_build_object(${sql.join(lights)}) as lights
      from alike group by key ${isShort ? sql`union all ${closedCounts()}` : sql``}),
    took as (
      select key, stage, days, n as count
      from alike, lateral (values ('sign', sign), ('work', work), ('verify', verify)) marked (stage, days)
      where days is not null ${isShort ? sql`union all ${closedStages}` : sql``}),
    stages as (
      select key, stage, json_agg(days) as days, json_agg(count) as counts from took group by key, stage)
    select (select json_agg(counts order by key nulls first) from counts) as counts,
      (select json_agg(stages) from stages) as stages`.execute(tx)
  return { counts: mergeByKey(rows[0]?.counts ?? []), stages: stagesOf(rows[0]?.stages ?? []) }
}

interface PartStage {
  readonly key: string | null
  readonly stage: keyof RowStages
  readonly days: readonly number[]
  readonly counts: readonly number[]
}

function stagesOf(parts: readonly PartStage[]): Map<string | null, RowStages> {
  const stages = new Map<string | null, Record<keyof RowStages, readonly Taking[]>>()
  for (const { key, stage, days, counts } of parts) {
    const of = stages.get(key) ?? { sign: [], work: [], verify: [] }
    of[stage] = takingsOf(days, counts)
    stages.set(key, of)
  }
  return stages
}

/** Added up by days here: 50,000 rows cost the database twenty times as much. */
function takingsOf(days: readonly number[], counts: readonly number[]): Taking[] {
  const sums = new Map<number, number>()
  days.forEach((each, at) => {
    sums.set(each, (sums.get(each) ?? 0) + counts[at]!)
  })
  return [...sums].map(([each, count]) => ({ days: each, count })).filter(({ count }) => count !== 0)
}

/** Tallied rows have no lights: closed items have none of the open ones. */
type PartCounts = Omit<RowCounts, 'lights'> & { readonly lights: RowCounts['lights'] | null }

function mergeByKey(parts: readonly PartCounts[]): RowCounts[] {
  const rows = new Map<string | null, RowCounts>()
  for (const { lights, ...part } of parts) {
    const { key, ...counts } = part
    const row = rows.get(key)
    const sums = Object.entries(counts).map(([name, count]) => [
      name,
      count + (row?.[name as keyof typeof counts] ?? 0),
    ])
    rows.set(key, {
      ...(Object.fromEntries(sums) as typeof counts),
      key,
      lights: lights ?? row?.lights ?? NO_LIGHTS,
    })
  }
  return [...rows.values()]
}

const NO_LIGHTS = Object.fromEntries(OPEN_LIGHTS.map((light) => [light, 0])) as RowCounts['lights']
