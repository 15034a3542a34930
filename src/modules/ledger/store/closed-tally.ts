import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import type { StatisticsBy } from '../schema.ts'
import type { ItemFilter } from './item-filter.ts'

/**
 * Closed items are tallied as they close (migration 0008). The tally knows the whole ledger as it stands, for whoever
 * sees all of it: anything narrower, or past, is counted item by item.
 */
export function isTallied({ on, before, soonDays, scope, ...wanted }: ItemFilter): boolean {
  return scope === null && before === null && Object.values(wanted).every((value) => value === undefined)
}

/** Rows of key, fact, days and count: what is in the tally and what was changed since, in the same look. */
export function tallied(by: StatisticsBy): RawBuilder<unknown> {
  return sql`
    select case when has_key then key end as key, fact, days, count from ledger.closed_tally
    where tenant_id = ${thisTenant} and dimension = ${by}
    union all
    select case when has_key then key end as key, fact, days, count from ledger.closed_delta
    where tenant_id = ${thisTenant} and dimension = ${by}`
}

/** Rows of the columns that statistics count, for closed items, from what `tallied` selects by that name. */
export function closedCounts(): RawBuilder<unknown> {
  const of = (fact: string) => sql`coalesce(sum(count) filter (where fact = ${sql.lit(fact)}), 0)::int`
  return sql`select key, ${of('total')} as total, ${of('dispatched')} as dispatched,
      0 as open, ${of('total')} as closed, ${of('closedOnTime')} as "closedOnTime",
      ${of('closedByFirstDue')} as "closedByFirstDue", ${of('wasLate')} as "wasLate",
      ${of('wasReturned')} as "wasReturned", ${of('wasPressed')} as "wasPressed", 0 as overdue, null::json as lights
    from tallied where fact not in ('sign', 'work', 'verify')
    group by key having coalesce(sum(count) filter (where fact = 'total'), 0) > 0`
}

/** Rows of key, stage, days and count for closed items, of one number of days maybe several, also negative ones. */
export const closedStages = sql`select key, fact as stage, days, count from tallied where fact in ('sign', 'work', 'verify')`

/** Puts the changes so far into the tally, so that reading stays short. Tells how many there were. */
export async function settleClosed(tx: Tx): Promise<number> {
  // What is added is exactly what is deleted: whoever closes an item meanwhile waits for the end of this transaction.
  await sql`lock table ledger.closed_change in exclusive mode`.execute(tx)
  await sql`insert into ledger.closed_tally as former (tenant_id, dimension, has_key, key, fact, days, count)
    select tenant_id, dimension, has_key, key, fact, days, count from ledger.closed_delta where tenant_id = ${thisTenant}
    on conflict (tenant_id, dimension, has_key, key, fact, days) do update set count = former.count + excluded.count`.execute(
    tx,
  )
  const { numAffectedRows } = await sql`delete from ledger.closed_change
    where tenant_id = ${thisTenant}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
