import type { Tx } from '../../../kernel/context.ts'
import type { CityMap } from '../schema.ts'
import { tables } from './tables.ts'

/** The outlines of the tenant's units, or undefined when none were loaded. */
export async function findMap(tx: Tx): Promise<CityMap | undefined> {
  const row = await tables(tx).selectFrom('units.outline').select('content').executeTakeFirst()
  return row?.content
}

export async function saveMap(tx: Tx, tenantId: string, map: CityMap): Promise<void> {
  const content = JSON.stringify(map)
  await tables(tx)
    .insertInto('units.outline')
    .values({ tenant_id: tenantId, content })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet({ content }))
    .execute()
}
