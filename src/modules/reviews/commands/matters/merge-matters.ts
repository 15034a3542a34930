import type { Context } from '../../../../kernel/context.ts'
import { invalid } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { readMatter } from '../../queries/matters/get-matter.ts'
import { loadChains } from '../../queries/matters/load-chains.ts'
import type { MatterDetail, MergeMatters } from '../../schema/matter.ts'
import { alignJoined } from './align-verdicts.ts'
import { requireMatter } from './require-matter.ts'
import { moveParts, writeMatterChange } from './write-matter.ts'

/**
 * Makes another matter of the same unit part of this one; its page leads here from then on.
 * @throws `reviews.no-such-matter`, `reviews.matter-changed`, `reviews.merge-with-itself`,
 * `reviews.parts-of-several-units`
 */
export async function mergeMatters(ctx: Context, id: string, input: MergeMatters): Promise<MatterDetail> {
  authorize(ctx, 'reviews.decide')
  const { otherId, version } = input
  if (otherId === id) throw invalid('reviews.merge-with-itself')
  return ctx.transaction(async (tx) => {
    // Locked in one order, so that two merges of the same two wait for each other.
    const [first, second] = id < otherId ? [id, otherId] : [otherId, id]
    const locked = [
      await requireMatter(ctx, tx, { id: first, ...(first === id ? { version } : {}) }),
      await requireMatter(ctx, tx, { id: second, ...(second === id ? { version } : {}) }),
    ]
    const [matter, other] = first === id ? locked : locked.toReversed()
    if (matter!.unitId !== other!.unitId) throw invalid('reviews.parts-of-several-units')
    const { unitId } = matter!
    const { parts } = await loadChains(ctx, tx, [unitId])
    const partsOf = (matterId: string) => [...parts.values()].filter((part) => part.matterId === matterId)
    const sides = { one: partsOf(id), other: partsOf(otherId) }
    await moveParts(ctx, tx, { matterId: id, unitId, parts: sides.other })
    await alignJoined(ctx, tx, sides)
    await writeMatterChange(ctx, tx, {
      matter: other!,
      mergedInto: id,
      action: 'matter-merged',
      detail: { into: id },
    })
    await writeMatterChange(ctx, tx, { matter: matter!, action: 'matter-grown', detail: { from: otherId } })
    return readMatter(ctx, tx, id)
  })
}
