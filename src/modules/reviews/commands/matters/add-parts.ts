import type { Context } from '../../../../kernel/context.ts'
import { conflict } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { readMatter } from '../../queries/matters/get-matter.ts'
import { loadChains } from '../../queries/matters/load-chains.ts'
import type { AddParts, MatterDetail } from '../../schema/matter.ts'
import { alignJoined } from './align-verdicts.ts'
import { requireMatter } from './require-matter.ts'
import { requireParts } from './require-parts.ts'
import { moveParts, writeMatterChange } from './write-matter.ts'

/**
 * Puts further shortfalls of the unit into a matter.
 * @throws `reviews.no-such-matter`, `reviews.matter-changed`, `reviews.no-such-part`, `reviews.parts-of-several-units`,
 * `reviews.part-of-another-matter`: that one is merged, not emptied
 */
export async function addParts(ctx: Context, id: string, input: AddParts): Promise<MatterDetail> {
  authorize(ctx, 'reviews.decide')
  return ctx.transaction(async (tx) => {
    const matter = await requireMatter(ctx, tx, { id, version: input.version })
    const chains = await loadChains(ctx, tx, [matter.unitId])
    const parts = requireParts(chains, input.parts, matter.unitId)
    const taken = parts.find(({ matterId }) => matterId !== null && matterId !== id)
    if (taken) throw conflict('reviews.part-of-another-matter', { text: taken.text })
    const added = parts.filter(({ matterId }) => matterId === null)
    const own = [...chains.parts.values()].filter(({ matterId }) => matterId === id)
    await moveParts(ctx, tx, { matterId: id, unitId: matter.unitId, parts: added })
    for (const part of added) await alignJoined(ctx, tx, { one: own, other: [part] })
    const detail = { partIds: added.map((part) => part.id) }
    await writeMatterChange(ctx, tx, { matter, action: 'matter-parts-added', detail })
    return readMatter(ctx, tx, id)
  })
}
