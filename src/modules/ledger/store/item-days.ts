import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { itemOf, type StoredItem } from './item-columns.ts'
import { allOf, type ItemFilter, itemConditions } from './item-filter.ts'
import { itemRows } from './item-source.ts'
import { isOpen } from './light-condition.ts'
import type { ItemTable } from './tables.ts'

interface Span {
  readonly from: Day
  readonly to: Day
  readonly limit: number
}

/**
 * Items that are due, to be looked at again, or have a plan with nodes that may lie between two days; each once, the
 * earliest of each kind first. Which nodes they are a rule says.
 */
export async function selectItemsOfDays(tx: Tx, filter: ItemFilter, span: Span): Promise<StoredItem[]> {
  const { from, to, limit } = span
  const due = sql<SqlBool>`${isOpen} and item.due_on >= ${from}::date and item.due_on <= ${to}::date`
  const recheck = sql<SqlBool>`item.state = 'closed' and item.recheck_on >= ${from}::date and item.recheck_on <= ${to}::date`
  const nodes = sql<SqlBool>`${isOpen} and item.plan ->> 'kind' = 'nodes' and item.due_on >= ${from}::date
    and exists (select from jsonb_array_elements(item.plan -> 'nodes') node
      where node ->> 'on' >= ${from} and node ->> 'on' <= ${to})`
  const part = (condition: RawBuilder<SqlBool>, order: RawBuilder<unknown>) => sql`(
    select item.* from ${itemRows(filter.before)} item
    where ${allOf([...itemConditions(filter), condition])} order by ${order} limit ${limit})`
  const { rows } = await sql<Selectable<ItemTable>>`
    ${part(due, sql`item.due_on`)} union all ${part(recheck, sql`item.recheck_on`)}
    union all ${part(nodes, sql`item.due_on`)}`.execute(tx)
  return [...new Map(rows.map((row) => [row.id, itemOf(row)])).values()]
}
