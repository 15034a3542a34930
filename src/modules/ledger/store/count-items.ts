import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import { dutiesOf } from './item-filter.ts'
import { isDueSoon, isOpen, isOverdue } from './light-condition.ts'

/** Items that are open, and of these how many wait for what. */
export interface ItemCounts {
  readonly total: number
  readonly overdue: number
  readonly dueSoon: number
  readonly withoutLead: number
  readonly withoutDeadline: number
}

interface Counting {
  readonly on: Day
  readonly soonDays: number
  readonly unitIds?: readonly string[] | undefined
}

/** How many open items stand where, for units that lead or support them when given. */
export async function countOpenItems(tx: Tx, { on, soonDays, unitIds }: Counting): Promise<ItemCounts> {
  const concerns = unitIds ? sql`and item.id in (${dutiesOf(unitIds, true)})` : sql``
  const count = (condition: RawBuilder<unknown>) => sql`count(*) filter (where ${condition})::int`
  const { rows } = await sql<ItemCounts>`select
      count(*)::int as total,
      ${count(isOverdue(on))} as overdue,
      ${count(isDueSoon({ on, soonDays }))} as "dueSoon",
      ${count(sql`item.lead_unit_id is null`)} as "withoutLead",
      ${count(sql`item.due_on is null`)} as "withoutDeadline"
    from ledger.item item where item.tenant_id = ${thisTenant} and item.withdrawn_at is null and ${isOpen} ${concerns}`.execute(
    tx,
  )
  return rows[0]!
}
