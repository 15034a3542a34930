import type { Context } from '../../kernel/context.ts'

export interface CityUnit {
  id: string
  key: string
  parentId: string | null
}

/** The register of the fixture city with its ids. */
export async function readCityUnits(_ctx: Context): Promise<CityUnit[]> {
  return []
}

/** A unit and all below it. */
export function subtreeIds(units: readonly CityUnit[], root: CityUnit): string[] {
  const below = units.filter((unit) => unit.parentId === root.id)
  return [root.id, ...below.flatMap((unit) => subtreeIds(units, unit))]
}
