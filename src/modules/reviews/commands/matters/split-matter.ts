import type { Context } from '../../../../kernel/context.ts'
import { invalid, notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { readMatter } from '../../queries/matters/get-matter.ts'
import { loadChains } from '../../queries/matters/load-chains.ts'
import type { MatterDetail, SplitMatter } from '../../schema/matter.ts'
import { alignParted } from './align-verdicts.ts'
import { requireMatter } from './require-matter.ts'
import { writeMatterChange, writeNewMatter } from './write-matter.ts'

/**
 * Takes parts out of a matter: they become one of their own, which is returned. Pairs across the cut that somebody had
 * confirmed are dismissed.
 * @throws `reviews.no-such-matter`, `reviews.matter-changed`, `reviews.no-such-part`, `reviews.split-takes-all`
 */
export async function splitMatter(ctx: Context, id: string, input: SplitMatter): Promise<MatterDetail> {
  authorize(ctx, 'reviews.decide')
  return ctx.transaction(async (tx) => {
    const matter = await requireMatter(ctx, tx, { id, version: input.version })
    const chains = await loadChains(ctx, tx, [matter.unitId])
    const own = [...chains.parts.values()].filter(({ matterId }) => matterId === id)
    const unknown = input.partIds.find((partId) => !own.some((part) => part.id === partId))
    if (unknown !== undefined) throw notFound('reviews.no-such-part', { id: unknown })
    const going = own.filter((part) => input.partIds.includes(part.id))
    const staying = own.filter((part) => !input.partIds.includes(part.id))
    if (staying.length === 0) throw invalid('reviews.split-takes-all')
    const title = input.title ?? null
    const newMatterId = await writeNewMatter(ctx, tx, { unitId: matter.unitId, title, parts: going })
    await alignParted(ctx, tx, { one: staying, other: going })
    const detail = { into: newMatterId, partIds: going.map((part) => part.id) }
    await writeMatterChange(ctx, tx, { matter, action: 'matter-split', detail })
    return readMatter(ctx, tx, newMatterId)
  })
}
