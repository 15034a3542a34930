import type { Context } from '../../../kernel/context.ts'
import { reachOf } from '../../../kernel/permissions.ts'

/** The units that the actor may review: undefined for every unit of the tenant. */
export function unitsInScope(ctx: Context): readonly string[] | undefined {
  const reach = reachOf(ctx.actor.grants, 'reviews.read')
  return reach === 'any' ? undefined : reach
}
