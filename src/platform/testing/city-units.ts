import type { Context } from '../../kernel/context.ts'
import { listUnits } from '../../modules/units/index.ts'

export interface CityUnit {
  id: string
  key: string
  parentId: string | null
}

/** The register of the fixture city with its ids. */
export async function readCityUnits(ctx: Context): Promise<CityUnit[]> {
  const { units } = await listUnits(ctx, {})
  return units.map(({ id, key, parentId }) => ({ id, key, parentId }))
}

/** A unit and all below it. */
export function subtreeIds(units: readonly CityUnit[], root: CityUnit): string[] {
  const below = units.filter((unit) => unit.parentId === root.id)
  return [root.id, ...below.flatMap((unit) => subtreeIds(units, unit))]
}
