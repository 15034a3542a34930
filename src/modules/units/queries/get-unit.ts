import type { Context } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import type { Unit } from '../schema.ts'
import { loadUnits } from '../store/load-units.ts'

/** One unit, also one that has ended. @throws `units.not-found` */
export async function getUnit(ctx: Context, id: string): Promise<Unit> {
  authorize(ctx, 'units.read')
  const units = await ctx.transaction(loadUnits)
  const unit = units.find((known) => known.id === id)
  if (unit === undefined) throw notFound('units.not-found', { id })
  return unit
}
