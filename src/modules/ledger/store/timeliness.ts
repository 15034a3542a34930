import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { thisTenant } from '../../../platform/database/index.ts'

/** Of the items that a unit leads and that were due in a quarter: how many, and how many were closed in time. */
export interface Timeliness {
  readonly unitId: string
  /** `2024Q1` */
  readonly quarter: string
  readonly due: number
  readonly onTime: number
}

/** By the deadline in force, up to a day; in time is closed and never late (invariant 3). One grouped query. */
export async function selectTimeliness(
  tx: Tx,
  { until, unitIds }: { until: Day; unitIds?: readonly string[] | undefined },
): Promise<Timeliness[]> {
  const ofUnits = unitIds ? sql`and item.lead_unit_id = any(${unitIds}::uuid[])` : sql``
  const { rows } = await sql<Timeliness>`
    select item.lead_unit_id as "unitId", to_char(item.due_on, 'YYYY"Q"Q') as quarter, count(*)::int as due,
      count(*) filter (where item.state = 'closed' and not item.was_late)::int as "onTime"
    from ledger.item item
    where item.tenant_id = ${thisTenant} and item.withdrawn_at is null and item.dispatched_on is not null and item.lead_unit_id is not null
      and item.due_on <= ${until}::date ${ofUnits}
    group by 1, 2 order by 1, 2`.execute(tx)
  return rows
}
