import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import type { Plan } from '../rules/clock/plan.ts'
import { allOf, type ItemFilter, itemConditions } from './item-filter.ts'
import { itemRows } from './item-source.ts'

/** Items alike in all that pace asks for, taken together: what pace sums is linear in the weight. */
export interface PacedTogether {
  readonly key: string | null
  readonly plan: Plan
  readonly startOn: Day | null
  readonly dueOn: Day | null
  readonly progress: string
  readonly weight: string
  readonly count: number
}

const ROOT = sql<string | null>`coalesce(highest.id, above.id)::text`

const KEYS: Record<'unit' | 'plan' | 'city', RawBuilder<string | null>> = {
  unit: sql`item.lead_unit_id::text`,
  plan: ROOT,
  city: sql`null::text`,
}

/** The items of a filter by key; by plan, only those that hang under one. A closed item is done whatever was reported. */
export async function selectPaced(
  tx: Tx,
  filter: ItemFilter,
  by: 'unit' | 'plan' | 'city',
): Promise<PacedTogether[]> {
  const rows = itemRows(filter.before)
  const conditions = itemConditions(filter)
  const above =
    by === 'plan'
      ? sql`join ${rows} above on above.tenant_id = ${thisTenant} and above.id = item.parent_id
        left join ${rows} highest on highest.tenant_id = ${thisTenant} and highest.id = above.parent_id`
      : sql``
  const found = await sql<PacedTogether>`
    select key, plan::json as plan, "startOn", "dueOn", progress::text as progress, sum(weight)::text as weight,
      count(*)::int as count
    from (
      select ${KEYS[by]} as key, item.plan::text as plan, item.start_on as "startOn", item.due_on as "dueOn",
        case when item.state = 'closed' then 100 else item.progress end as progress, item.weight
      from ${rows} item ${above} where ${allOf(conditions)}
    ) paced
    group by key, plan, "startOn", "dueOn", progress order by key nulls first`.execute(tx)
  return found.rows
}
