import type { Context, Tx } from '../../../../kernel/context.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { enterDraft, itemStandings } from '../../../ledger/index.ts'
import { readMatter } from '../../queries/matters/get-matter.ts'
import { type FollowedPart, loadChains } from '../../queries/matters/load-chains.ts'
import type { LinkMatterItem, MatterDetail } from '../../schema/matter.ts'
import { linkItem, unlinkItem } from '../../store/follow/shortfall-items.ts'
import { requireMatter } from './require-matter.ts'

/**
 * Says by which item of the ledger a part is put right, takes that back, or enters a draft item for it.
 * @throws `reviews.no-such-matter`, `reviews.no-such-part`, `reviews.no-such-item`, `ledger.no-such-unit`
 */
export async function linkMatterItem(ctx: Context, id: string, input: LinkMatterItem): Promise<MatterDetail> {
  authorize(ctx, 'reviews.decide')
  return ctx.transaction(async (tx) => {
    const { unitId } = await requireMatter(ctx, tx, { id })
    const part = (await loadChains(ctx, tx, [unitId])).parts.get(input.partId)
    if (part?.matterId !== id) throw notFound('reviews.no-such-part', { id: input.partId })
    const itemId = input.do === 'draft' ? await enter(ctx, tx, { part, input }) : input.itemId
    if (input.do === 'unlink') {
      const wasLinked = await unlinkItem(tx, { partId: part.id, itemId })
      if (!wasLinked) throw notFound('reviews.no-such-item', { id: itemId })
    } else {
      const [item] = await itemStandings(ctx, tx, { ids: [itemId] })
      if (!item) throw notFound('reviews.no-such-item', { id: itemId })
      const at = ctx.clock.now()
      await linkItem(tx, ctx.tenantId, { part, unitId, itemId, at, by: ctx.actor.name })
    }
    await journal(tx, ctx, {
      action: `reviews.matter-item-${input.do === 'unlink' ? 'unlinked' : 'linked'}`,
      subject: { type: 'matter', id },
      detail: { unitId, partId: part.id, itemId },
    })
    return readMatter(ctx, tx, id)
  })
}

async function enter(
  ctx: Context,
  tx: Tx,
  { part, input }: { part: FollowedPart; input: Extract<LinkMatterItem, { do: 'draft' }> },
): Promise<string> {
  const { content, leadUnitId, dueOn } = input
  const item = await enterDraft(ctx, tx, { content, leadUnitId, dueOn, document: part.from.title })
  return item.id
}
