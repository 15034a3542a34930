import type { Context } from '../../../../kernel/context.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import type { AskMatters, Matters } from '../../schema/matter.ts'
import { selectVerdicts } from '../../store.ts'
import { unitsInScope } from '../units-in-scope.ts'
import { loadChains } from './load-chains.ts'
import { presentMatter } from './present-matter.ts'
import { suggestPairs } from './suggest-parts.ts'

/**
 * The matters of the units that the actor may review, and the pairs of shortfalls that wait for somebody's word. Eight
 * queries, however many there are.
 * @throws `kernel.forbidden` for a unit outside the actor's scope
 */
export async function listMatters(ctx: Context, { unitId, state, atLeast }: AskMatters): Promise<Matters> {
  authorize(ctx, 'reviews.read', unitId === undefined ? [] : [unitId])
  const unitIds = unitId === undefined ? unitsInScope(ctx) : [unitId]
  return ctx.transaction(async (tx) => {
    const chains = await loadChains(ctx, tx, unitIds)
    const verdicts = await selectVerdicts(tx)
    const matters = chains.matters
      .map(presentMatter)
      .filter((one) => one.times >= atLeast && (state === undefined || one.state === state))
      .sort((a, b) => b.times - a.times || compare(b.lastAt, a.lastAt) || compare(a.id, b.id))
    return { matters, suggestions: suggestPairs(chains, verdicts) }
  })
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
