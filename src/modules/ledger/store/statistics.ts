import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Taking } from '../rules/statistics/median.ts'
import { OPEN_LIGHTS, type RowCounts, type RowStages } from '../rules/statistics/statistics-row.ts'
import type { StatisticsBy } from '../schema.ts'
import { closedCounts, closedStages, isTallied } from './closed-tally.ts'
import { allOf, type ItemFilter, itemConditions } from './item-filter.ts'
import { itemRows } from './item-source.ts'
import { isOpen, isOverdue, lightCondition } from './light-condition.ts'

const KEYS: Record<StatisticsBy, RawBuilder<string | null>> = {
  unit: sql`item.lead_unit_id::text`,
  origin: sql`item.origin`,
  theme: sql`item.theme`,
  month: sql`to_char(item.issued_on, 'YYYY-MM')`,
  kind: sql`item.kind`,
}

const isClosed = sql`item.state = 'closed'`

/** The counts of each row, those without a key first: one scan, of open items only where closed ones are tallied. */
export async function countByKey(tx: Tx, filter: ItemFilter, by: StatisticsBy): Promise<RowCounts[]> {
  const count = (condition: RawBuilder<unknown>) => sql`count(*) filter (where ${condition})::int`
  const lights = OPEN_LIGHTS.map(
    (light) => sql`${sql.lit(light)}, ${count(sql`${isOpen} and ${lightCondition([light], filter.on)}`)}`,
  )
  const isShort = isTallied(filter)
  const scanned = [...itemConditions(filter), ...(isShort ? [isOpen] : [])]
  // In one statement, so that an item that closes meanwhile is in one of both.
  const closed = isShort ? sql`union all ${closedCounts(by)}` : sql``
  const { rows } = await sql<PartCounts>`select ${KEYS[by]} as key,
      count(*)::int as total,
      ${count(sql`item.dispatched_on is not null`)} as dispatched,
      ${count(isOpen)} as open,
      ${count(isClosed)} as closed,
      ${count(sql`${isClosed} and not item.was_late`)} as "closedOnTime",
      ${count(sql`${isClosed} and item.finished_on <= item.first_due_on`)} as "closedByFirstDue",
      ${count(sql`item.was_late`)} as "wasLate",
      ${count(sql`item.returned_count > 0`)} as "wasReturned",
      ${count(sql`item.pressed_count > 0`)} as "wasPressed",
      ${count(isOverdue(filter.on))} as overdue,
      json_build_object(${sql.join(lights)}) as lights
    from ${itemRows(filter.before)} item where ${allOf(scanned)}
    group by 1 ${closed} order by 1 nulls first`.execute(tx)
  return mergeByKey(rows)
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

/** How many items of each key took how many days from one mark to the next; days between two marks, as they stand now. */
export async function stagesByKey(
  tx: Tx,
  filter: ItemFilter,
  by: StatisticsBy,
): Promise<Map<string | null, RowStages>> {
  const done = sql`coalesce(item.finished_on, item.reported_on)`
  const isShort = isTallied(filter)
  const scanned = [...itemConditions(filter), ...(isShort ? [isOpen] : [])]
  const closed = isShort ? sql`union all ${closedStages(by)}` : sql``
  const { rows } = await sql<{ key: string | null; stage: keyof RowStages; takings: [number, number][] }>`
    select key, stage, json_agg(json_build_array(days, count)) as takings from (
    select marked.key, marked.stage, marked.days, marked.count from (
      select key, coalesce(sign, work, verify) as days, count(*)::int as count,
        case when grouping(sign) = 0 then 'sign' when grouping(work) = 0 then 'work' else 'verify' end as stage
      from (
        select ${KEYS[by]} as key,
          item.signed_on - item.dispatched_on as sign,
          ${done} - item.signed_on as work,
          case when ${isClosed} then item.closed_on - ${done} end as verify
        from ${itemRows(filter.before)} item where ${allOf(scanned)}
      ) took
      group by grouping sets ((key, sign), (key, work), (key, verify))
    ) marked where marked.days is not null ${closed}) parts group by key, stage`.execute(tx)
  const stages = new Map<string | null, Record<keyof RowStages, readonly Taking[]>>()
  for (const { key, stage, takings } of rows) {
    const of = stages.get(key) ?? { sign: [], work: [], verify: [] }
    of[stage] = takings.map(([days, count]) => ({ days, count }))
    stages.set(key, of)
  }
  return stages
}
