import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { resolveUnit } from '../rules/resolve-unit.ts'
import type { NameResolution, ResolveName } from '../schema.ts'
import { loadRegister } from '../store/load-register.ts'

/** What a name means as of a day, today when none is given, with ids in place of units. */
export async function resolveName(ctx: Context, { name, asOf }: ResolveName): Promise<NameResolution> {
  authorize(ctx, 'units.read')
  const { register, ids } = await ctx.transaction(loadRegister)
  const found = resolveUnit(register, name, asOf ?? ctx.clock.today())
  const idOf = ({ key }: { key: string }) => ids.get(key)!
  return found.kind === 'resolved'
    ? { kind: 'resolved', unitId: idOf(found.unit), via: found.via }
    : { kind: 'unresolved', reason: found.reason, candidateIds: found.candidates.map(idOf) }
}
