import type { Context } from '../../../../kernel/context.ts'
import { invalid } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { readMatter } from '../../queries/matters/get-matter.ts'
import type { ChangeMatter, MatterDetail } from '../../schema/matter.ts'
import { requireMatter } from './require-matter.ts'
import { writeMatterChange } from './write-matter.ts'

/**
 * Names a matter, or says with a reason that it is done with from a day on; null takes either back.
 * @throws `reviews.no-such-matter`, `reviews.matter-changed`, `reviews.settled-in-future`
 */
export async function changeMatter(ctx: Context, id: string, input: ChangeMatter): Promise<MatterDetail> {
  authorize(ctx, 'reviews.decide')
  const { title, settled, version } = input
  const today = ctx.clock.today()
  if (settled && settled.on > today) throw invalid('reviews.settled-in-future', { on: settled.on, today })
  return ctx.transaction(async (tx) => {
    const matter = await requireMatter(ctx, tx, { id, version })
    const change = {
      ...(title === undefined ? {} : { title }),
      ...(settled === undefined ? {} : { settled: settled && { ...settled, by: ctx.actor.name } }),
    }
    if (Object.keys(change).length > 0) {
      await writeMatterChange(ctx, tx, { matter, ...change, action: 'matter-changed', detail: change })
    }
    return readMatter(ctx, tx, id)
  })
}
