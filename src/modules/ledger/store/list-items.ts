import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import type { ItemSort } from '../schema.ts'
import { itemOf, type StoredItem } from './item-columns.ts'
import { allOf, dutyHasWords, type ItemFilter, itemConditions } from './item-filter.ts'
import { itemRows } from './item-source.ts'
import type { ItemTable } from './tables.ts'

export interface ItemOrder {
  readonly sort: ItemSort
  /** Ids of the register in the order that leads are sorted by. */
  readonly unitOrder?: readonly string[]
  readonly limit: number
  readonly offset?: number
  /** So few are let through that they are found first and put in order then, not looked for in the order of all. */
  readonly areFew?: boolean
}

/** One page of the items that a filter lets through. Equal ones keep their order by number, the latest first. */
export async function selectItems(tx: Tx, filter: ItemFilter, order: ItemOrder): Promise<StoredItem[]> {
  const conditions = allOf(itemConditions(order.areFew ? filter : { ...filter, isPage: true }))
  const source = sql`select item.* from ${itemRows(filter.before)} item where ${conditions}`
  const rowsOf = order.areFew
    ? sql`with found as materialized (${source}) select item.* from found item`
    : source
  const { rows } = await sql<Selectable<ItemTable>>`${rowsOf}
    order by ${orderOf(order)} limit ${order.limit} offset ${order.offset ?? 0}`.execute(tx)
  return rows.map(itemOf)
}

export interface Counted {
  readonly total: number
  /** False where nobody went on counting. */
  readonly isExact: boolean
}

/** How many items a filter lets through; past `upTo` nobody goes on counting. */
export async function countUpTo(tx: Tx, filter: ItemFilter, upTo: number): Promise<Counted> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total from (
    ${idsOf(filter)} limit ${upTo + 1}) found`.execute(tx)
  return counted(rows[0]?.total ?? 0, upTo)
}

/** The items that a search finds, in no order; past `upTo` nobody goes on looking. */
export async function findUpTo(
  tx: Tx,
  filter: ItemFilter,
  upTo: number,
): Promise<Counted & { ids: readonly string[] }> {
  const { rows } = await sql<{ id: string }>`${idsOf(filter)} limit ${upTo + 1}`.execute(tx)
  return { ...counted(rows.length, upTo), ids: rows.map(({ id }) => id) }
}

const counted = (found: number, upTo: number): Counted =>
  found > upTo ? { total: upTo, isExact: false } : { total: found, isExact: true }

function idsOf(filter: ItemFilter): RawBuilder<unknown> {
  return (
    ofDuties(filter) ??
    sql`select item.id from ${itemRows(filter.before)} item where ${allOf(itemConditions(filter))}`
  )
}

/** All items of the actor's units, all open ones, or those with some words: their duties tell which, in one index. */
function ofDuties(filter: ItemFilter): RawBuilder<unknown> | undefined {
  const { scope, before, isOpen, words = [], substrings = [], on: _, soonDays: __, ...others } = filter
  const isPlain = substrings.length === 0 && Object.values(others).every((value) => value === undefined)
  if (scope === null || before !== null || isOpen === false || !isPlain) return undefined
  const distinct = scope.length > 1 ? sql`distinct` : sql``
  return sql`select ${distinct} duty.item_id as id from ledger.duty where duty.tenant_id = ${thisTenant}
    and duty.unit_id = any(${scope}::uuid[])
    and ${isOpen === true ? sql`duty.item_stands = 'open'` : sql`duty.item_stands <> 'withdrawn'`}
    ${dutyHasWords(words)}`
}

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
