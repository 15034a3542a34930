import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { setLocal, thisTenant } from '../../../platform/database/index.ts'

/** How many levels of parts hang below an item. */
export async function depthBelow(tx: Tx, id: string): Promise<number> {
  const { rows } = await sql<{ depth: number }>`
    with recursive below (id, depth) as (
      select ${id}::uuid, 0
      union all
      select part.id, below.depth + 1 from below join ledger.item part on part.tenant_id = ${thisTenant} and part.parent_id = below.id
      where below.depth < 3 and part.state <> 'withdrawn'
    )
    select max(depth)::int as depth from below`.execute(tx)
  return rows[0]?.depth ?? 0
}

/** The weighted mean of the progress of an item's parts, exact to two decimals; undefined without parts. */
export async function progressOfParts(tx: Tx, parentId: string): Promise<number | undefined> {
  const { rows } = await sql<{ progress: string | null }>`
    select trunc(sum(weight * progress) / sum(weight), 2) as progress
    from ledger.item where tenant_id = ${thisTenant} and parent_id = ${parentId} and state <> 'withdrawn'`.execute(
    tx,
  )
  const progress = rows[0]?.progress ?? null
  return progress === null ? undefined : Number(progress)
}

/**
 * Lets `work` see and change the items above those that the actor's unit works on: what follows from a permitted
 * write, such as the progress of a plan, is not a right of the unit. Afterwards the scope is as before.
 */
export async function aboveOwnScope<Result>(tx: Tx, work: () => Promise<Result>): Promise<Result> {
  const { rows } = await sql<{ held: string | null }>`select
    current_setting('quarterdeck.any_permissions', true) as held`.execute(tx)
  const held = rows[0]?.held ?? ''
  const wider = `${held || ','}ledger.read,ledger.correct,`
  await setLocal(tx, 'quarterdeck.any_permissions', wider)
  const result = await work()
  await setLocal(tx, 'quarterdeck.any_permissions', held)
  return result
}
