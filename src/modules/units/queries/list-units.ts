import type { Context } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { holdsOn } from '../rules/validity.ts'
import type { Cohort, Unit } from '../schema.ts'
import { loadCohorts, loadUnits } from '../store/load-units.ts'

/**
 * The register: units and cohorts in its order. With a day only the units valid then, each with the memberships
 * of that day; without one the units of every time, so that a page can name any id.
 */
export async function listUnits(
  ctx: Context,
  input: { asOf?: Day },
): Promise<{ units: Unit[]; cohorts: Cohort[] }> {
  authorize(ctx, 'units.read')
  const asOf = input.asOf ?? null
  return ctx.transaction(async (tx) => {
    const units = (await loadUnits(tx))
      .filter(({ validity }) => holdsOn(validity, asOf))
      .map((unit) => ({ ...unit, cohorts: unit.cohorts.filter(({ validity }) => holdsOn(validity, asOf)) }))
    return { units, cohorts: await loadCohorts(tx) }
  })
}
