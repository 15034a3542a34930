import type { Context } from '../../../../kernel/context.ts'
import { conflict } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { readMatter } from '../../queries/matters/get-matter.ts'
import { loadChains } from '../../queries/matters/load-chains.ts'
import type { BeginMatter, MatterDetail } from '../../schema/matter.ts'
import { alignJoined } from './align-verdicts.ts'
import { requireParts } from './require-parts.ts'
import { writeNewMatter } from './write-matter.ts'

/**
 * Holds shortfalls of one unit to be one matter; one alone is a matter to be followed, too.
 * @throws `reviews.no-such-part`, `reviews.parts-of-several-units`, `reviews.part-of-another-matter`
 */
export async function beginMatter(ctx: Context, input: BeginMatter): Promise<MatterDetail> {
  authorize(ctx, 'reviews.decide')
  return ctx.transaction(async (tx) => {
    const parts = requireParts(await loadChains(ctx, tx), input.parts)
    const { unitId } = parts[0]!
    authorize(ctx, 'reviews.decide', [unitId])
    const taken = parts.find(({ matterId }) => matterId !== null)
    if (taken) throw conflict('reviews.part-of-another-matter', { text: taken.text })
    const id = await writeNewMatter(ctx, tx, { unitId, title: input.title ?? null, parts })
    for (let i = 1; i < parts.length; i++) {
      await alignJoined(ctx, tx, { one: parts.slice(0, i), other: [parts[i]!] })
    }
    return readMatter(ctx, tx, id)
  })
}
