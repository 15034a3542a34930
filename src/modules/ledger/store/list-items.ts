import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import type { ItemSort } from '../schema.ts'
import { itemOf, type StoredItem } from './item-columns.ts'
import { allOf, dutiesOf, type ItemFilter, itemConditions } from './item-filter.ts'
import { itemRows } from './item-source.ts'
import type { ItemTable } from './tables.ts'

export interface ItemOrder {
  readonly sort: ItemSort
  /** Ids of the register in the order that leads are sorted by. */
  readonly unitOrder?: readonly string[]
  readonly limit: number
  readonly offset?: number
}

/** One page of the items that a filter lets through. Equal ones keep their order by number, the latest first. */
export async function selectItems(tx: Tx, filter: ItemFilter, order: ItemOrder): Promise<StoredItem[]> {
  const { rows } = await sql<Selectable<ItemTable>>`
    select item.* from ${itemRows(filter.before)} item where ${allOf(itemConditions({ ...filter, isPage: true }))}
    order by ${orderOf(order)} limit ${order.limit} offset ${order.offset ?? 0}`.execute(tx)
  return rows.map(itemOf)
}

/** How many items a filter lets through; past `upTo` nobody goes on counting. */
export async function countUpTo(
  tx: Tx,
  filter: ItemFilter,
  upTo: number,
): Promise<{ total: number; isExact: boolean }> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total from (
    ${ofDuties(filter) ?? sql`select from ${itemRows(filter.before)} item where ${allOf(itemConditions(filter))}`}
    limit ${upTo + 1}) found`.execute(tx)
  const total = rows[0]?.total ?? 0
  return total > upTo ? { total: upTo, isExact: false } : { total, isExact: true }
}

/** All items of the actor's units, or all open ones: their duties tell how many, in one index. */
function ofDuties(filter: ItemFilter): RawBuilder<unknown> | undefined {
  const { scope, before, isOpen, on: _, soonDays: __, ...others } = filter
  const isPlain = Object.values(others).every((value) => value === undefined)
  if (scope === null || before !== null || isOpen === false || !isPlain) return undefined
  const distinct = scope.length > 1 ? sql`distinct` : sql``
  const ids = sql`select ${distinct} duty.item_id from (${dutiesOf(scope, isOpen === true)}) duty`
  return isOpen === true ? ids : sql`${ids} where duty.item_id not in (${withdrawnIds})`
}

/** Few, and looked up among themselves, not one by one in the ledger. */
const withdrawnIds = sql`select item.id from ledger.item
  where item.tenant_id = ${thisTenant} and item.withdrawn_at is not null`

/** How many items a filter lets through, all of them. */
export async function countAll(tx: Tx, filter: ItemFilter): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total
    from ${itemRows(filter.before)} item where ${allOf(itemConditions(filter))}`.execute(tx)
  return rows[0]?.total ?? 0
}

function orderOf({ sort, unitOrder = [] }: ItemOrder): RawBuilder<unknown> {
  const latest = sql`item.year desc, item.sequence desc`
  switch (sort) {
    case 'number':
      return sql`item.year, item.sequence`
    case '-number':
      return latest
    case 'dueOn':
      return sql`item.due_on asc nulls last, ${latest}`
    case '-dueOn':
      return sql`item.due_on desc nulls last, ${latest}`
    case 'createdAt':
      return sql`item.created_at, item.year, item.sequence`
    case '-createdAt':
      return sql`item.created_at desc, ${latest}`
    case 'changedAt':
      return sql`item.changed_at, item.year, item.sequence`
    case '-changedAt':
      return sql`item.changed_at desc, ${latest}`
    case 'progress':
      return sql`item.progress, ${latest}`
    case '-progress':
      return sql`item.progress desc, ${latest}`
    case 'lead':
      return sql`array_position(${unitOrder}::uuid[], item.lead_unit_id) nulls last, ${latest}`
  }
}
