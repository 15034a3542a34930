import type { Context } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { holdsOn } from '../rules/validity.ts'
import type { UnitMap } from '../schema.ts'
import { loadUnits } from '../store/load-units.ts'
import { findMap } from '../store/map.ts'

/**
 * Outlines of the units that are valid on the day, today when none is given.
 * @throws `units.no-map` when the pack brought none
 */
export async function getMap(ctx: Context, input: { asOf?: Day }): Promise<UnitMap> {
  authorize(ctx, 'units.read')
  const day = input.asOf ?? ctx.clock.today()
  return ctx.transaction(async (tx) => {
    const map = await findMap(tx)
    if (!map) throw notFound('units.no-map')
    const units = new Map((await loadUnits(tx)).map((unit) => [unit.key, unit]))
    const shapes = map.shapes.flatMap(({ unit: key, polygons }) => {
      const unit = units.get(key)
      return unit && holdsOn(unit.validity, day) ? [{ unitId: unit.id, name: unit.name, polygons }] : []
    })
    return { ...map, shapes }
  })
}
