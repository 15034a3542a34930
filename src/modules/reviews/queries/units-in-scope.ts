import type { Context } from '../../../kernel/context.ts'

/** The units that the actor may review: undefined for every unit of the tenant. */
export function unitsInScope(ctx: Context): readonly string[] | undefined {
  const { permissions, unitIds } = ctx.actor.grants
  return permissions['reviews.read'] === 'any' ? undefined : unitIds
}
