import { sql } from 'kysely'
import type { Tx } from '../../../kernel/context.ts'
import { thisTenant } from '../../../platform/database/index.ts'

/** The unit and all units above it; empty when there is no such unit. */
export async function unitIdsAbove(tx: Tx, unitId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select id, parent_id from units.unit where tenant_id = ${thisTenant} and id = ${unitId}
      union
      select unit.id, unit.parent_id from units.unit join above on unit.id = above.parent_id
      where unit.tenant_id = ${thisTenant}
    )
    select id from above`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The unit and all units below it, of every time; empty when there is no such unit. */
export async function subtreeUnitIds(tx: Tx, unitId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select id from units.unit where tenant_id = ${thisTenant} and id = ${unitId}
      union
      select unit.id from units.unit join below on unit.parent_id = below.id where unit.tenant_id = ${thisTenant}
    )
    select id from below`.execute(tx)
  return rows.map(({ id }) => id)
}
