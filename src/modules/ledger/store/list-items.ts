import { type Expression, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import type { DueRange } from '../rules/item-light.ts'
import type { ListItems } from '../schema.ts'
import { itemOf, type StoredItem } from './items.ts'
import { tables } from './tables.ts'

export interface ItemFilter {
  /** Dictionary words that an item must have, all of them. */
  readonly words?: readonly string[]
  /** What title, content or number must contain as it stands. */
  readonly substrings?: readonly string[]
  /** A unit, or `none`. */
  readonly leadUnitId?: string
  readonly source?: ListItems['source']
  readonly dueFrom?: Day
  readonly dueTo?: Day
  /** Null: items without a deadline. */
  readonly due?: DueRange | null
}

export interface ItemOrder {
  readonly sort: ListItems['sort']
  /** Ids of the register in the order that leads are sorted by. */
  readonly unitOrder: readonly string[]
}

/** One page of the items that a filter lets through, and how many there are. Equal ones keep their order by number. */
export async function selectItems(
  tx: Tx,
  filter: ItemFilter,
  { sort, unitOrder, limit, offset }: ItemOrder & { limit: number; offset: number },
): Promise<{ items: StoredItem[]; total: number }> {
  const found = tables(tx)
    .selectFrom('ledger.item')
    .where((eb) => eb.and(conditionsOf(filter)))
  const rows = await found
    .selectAll()
    .select(sql<number>`(count(*) over ())::int`.as('total'))
    .orderBy(orderOf(sort, unitOrder))
    .orderBy('year', 'desc')
    .orderBy('sequence', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  if (rows.length > 0 || offset === 0) return { items: rows.map(itemOf), total: rows[0]?.total ?? 0 }
  return {
    items: [],
    ...(await found.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()),
  }
}

export interface ItemCounts {
  readonly total: number
  readonly overdue: number
  readonly dueSoon: number
  readonly withoutLead: number
  readonly withoutDeadline: number
}

/** How many items stand where, for units that lead or support them when given. */
export async function countItems(
  tx: Tx,
  ranges: { overdue: DueRange; dueSoon: DueRange },
  unitIds?: readonly string[],
): Promise<ItemCounts> {
  const inRange = ({ from, to }: DueRange) =>
    sql<number>`count(*) filter (where due_on >= coalesce(${from}::date, '-infinity')
      and due_on <= coalesce(${to}::date, 'infinity'))::int`
  let query = tables(tx).selectFrom('ledger.item').where('withdrawn_at', 'is', null)
  if (unitIds) query = query.where(concerns(unitIds))
  return query
    .select([
      sql<number>`count(*)::int`.as('total'),
      inRange(ranges.overdue).as('overdue'),
      inRange(ranges.dueSoon).as('dueSoon'),
      sql<number>`count(*) filter (where lead_unit_id is null)::int`.as('withoutLead'),
      sql<number>`count(*) filter (where due_on is null)::int`.as('withoutDeadline'),
    ])
    .executeTakeFirstOrThrow()
}

function concerns(unitIds: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`(lead_unit_id = any(${unitIds}::uuid[]) or supporting_unit_ids && ${unitIds}::uuid[])`
}

function conditionsOf(filter: ItemFilter): Expression<SqlBool>[] {
  const { words = [], substrings = [], leadUnitId, source, dueFrom, dueTo, due } = filter
  const conditions = [sql<SqlBool>`withdrawn_at is null`, ...substrings.map(contains)]
  if (words.length > 0) conditions.push(hasAll(words))
  if (leadUnitId === 'none') conditions.push(sql<SqlBool>`lead_unit_id is null`)
  else if (leadUnitId) conditions.push(sql<SqlBool>`lead_unit_id = ${leadUnitId}`)
  if (source) conditions.push(sql<SqlBool>`source_kind = ${source}`)
  if (dueFrom) conditions.push(sql<SqlBool>`due_on >= ${dueFrom}::date`)
  if (dueTo) conditions.push(sql<SqlBool>`due_on <= ${dueTo}::date`)
  if (due === null) conditions.push(sql<SqlBool>`due_on is null`)
  if (due?.from) conditions.push(sql<SqlBool>`due_on >= ${due.from}::date`)
  if (due?.to) conditions.push(sql<SqlBool>`due_on <= ${due.to}::date`)
  return conditions
}

function hasAll(words: readonly string[]) {
  return sql<SqlBool>`id in (
    select item_id from ledger.item_word where word = any(${words}::text[])
    group by item_id having count(*) = ${words.length})`
}

function contains(substring: string) {
  const pattern = `%${substring.replace(/[\\%_]/g, '\\$&')}%`
  return sql<SqlBool>`(title ilike ${pattern} or content ilike ${pattern} or number ilike ${pattern})`
}

function orderOf(sort: ItemOrder['sort'], unitOrder: readonly string[]) {
  switch (sort) {
    case 'number':
      return sql`year, sequence`
    case '-number':
      return sql`year desc, sequence desc`
    case 'dueOn':
      return sql`due_on asc nulls last`
    case '-dueOn':
      return sql`due_on desc nulls last`
    case 'createdAt':
      return sql`created_at`
    case '-createdAt':
      return sql`created_at desc`
    case 'lead':
      return sql`array_position(${unitOrder}::uuid[], lead_unit_id) nulls last`
  }
}
