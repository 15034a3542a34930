import type { Tx } from '../../../kernel/context.ts'
import { tables } from './tables.ts'

/** The unit that is the city itself, the root of its subtree; undefined where the register lists none. */
export async function findCityUnitId(tx: Tx): Promise<string | undefined> {
  const row = await tables(tx)
    .selectFrom('units.unit')
    .innerJoin('units.city', (join) =>
      join
        .onRef('units.city.tenant_id', '=', 'units.unit.tenant_id')
        .onRef('units.city.key', '=', 'units.unit.key'),
    )
    .select('units.unit.id')
    .executeTakeFirst()
  return row?.id
}
