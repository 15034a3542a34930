import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { thisTenant } from '../../../platform/database/index.ts'
import type { Item } from '../schema.ts'

/** What the leaves of an item and below add up to; of a leaf, itself. */
export interface TreeSums {
  readonly id: string
  readonly parentId: string | null
  readonly number: string
  readonly title: string
  readonly kind: Item['kind']
  readonly state: Item['state']
  readonly weight: string
  /** Itself not counted: 0 for a leaf. */
  readonly parts: number
  readonly leaves: number
  readonly closedLeaves: number
  readonly closedByWeight: string
  readonly progress: string
}

/**
 * An item and the items right below it with what their leaves add up to. Three levels at most, withdrawn items left
 * out; exact up to 30 places.
 */
export async function selectTreeSums(tx: Tx, id: string): Promise<TreeSums[]> {
  const { rows } = await sql<TreeSums>`
    with recursive tree as (
      select i.id, null::uuid as parent_id, i.number, i.title, i.kind, i.state, i.weight, i.progress, i.year, i.sequence, 0 as depth
      from ledger.item i where i.tenant_id = ${thisTenant} and i.id = ${id}
      union all
      select i.id, i.parent_id, i.number, i.title, i.kind, i.state, i.weight, i.progress, i.year, i.sequence, tree.depth + 1
      from tree join ledger.item i on i.tenant_id = ${thisTenant} and i.parent_id = tree.id and i.withdrawn_at is null
      where tree.depth < 3
    ),
    own as (
      select tree.*, not exists (select from tree part where part.parent_id = tree.id) as is_leaf from tree
    ),
    lowest as (
      select id, parent_id, weight, is_leaf, (is_leaf)::int as leaves, (is_leaf and state = 'closed')::int as closed_leaves,
        (state = 'closed')::int::numeric(40, 30) as closed, progress::numeric(40, 30) as progress
      from own where depth = 2
    ),
    middle as (
      select own.id, own.parent_id, own.weight,
        case when own.is_leaf then 1 else coalesce(below.leaves, 0) end as leaves,
        case when own.is_leaf then (own.state = 'closed')::int else coalesce(below.closed_leaves, 0) end as closed_leaves,
        case when own.is_leaf then (own.state = 'closed')::int::numeric else below.closed end::numeric(40, 30) as closed,
        case when own.is_leaf then own.progress else below.progress end::numeric(40, 30) as progress
      from own left join (
        select parent_id, sum(leaves)::int as leaves, sum(closed_leaves)::int as closed_leaves,
          sum(weight * closed) / sum(weight) as closed, sum(weight * progress) / sum(weight) as progress
        from lowest group by parent_id
      ) below on below.parent_id = own.id
      where own.depth = 1
    ),
    top as (
      select sum(leaves)::int as leaves, sum(closed_leaves)::int as closed_leaves,
        sum(weight * closed) / sum(weight) as closed, sum(weight * progress) / sum(weight) as progress
      from middle
    )
    select own.id, own.parent_id as "parentId", own.number, own.title, own.kind, own.state, own.weight::text as weight,
      (select count(*)::int from tree part where part.parent_id = own.id) as parts,
      coalesce(middle.leaves, top.leaves, 1) as leaves,
      coalesce(middle.closed_leaves, top.closed_leaves, (own.state = 'closed')::int) as "closedLeaves",
      round(coalesce(middle.closed, top.closed, (own.state = 'closed')::int), 4)::text as "closedByWeight",
      round(coalesce(middle.progress, top.progress, own.progress), 2)::text as progress
    from own
    left join middle on middle.id = own.id
    left join top on own.depth = 0
    where own.depth < 2
    order by own.depth, own.year, own.sequence`.execute(tx)
  return rows
}
