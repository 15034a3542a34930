import type { Context, Tx } from '../../../../kernel/context.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import type { MatterDetail } from '../../schema/matter.ts'
import { findMatter, type StoredMatter } from '../../store/follow/matters.ts'
import { selectVerdicts } from '../../store.ts'
import { loadChains } from './load-chains.ts'
import { presentMatter, presentPart, stepsOf } from './present-matter.ts'
import { suggestItems, suggestParts } from './suggest-parts.ts'

/**
 * The chain of one matter over the years: each review with the words of then, what was done about it in between and what
 * became of it. One that was merged away is shown as the one that it became.
 * @throws `reviews.no-such-matter`
 */
export function getMatter(ctx: Context, id: string): Promise<MatterDetail> {
  authorize(ctx, 'reviews.read')
  return ctx.transaction((tx) => readMatter(ctx, tx, id))
}

/** The same inside a transaction that changed it. Ten queries, however long the chain. */
export async function readMatter(ctx: Context, tx: Tx, id: string): Promise<MatterDetail> {
  const matter = await findLivingMatter(tx, id)
  if (!matter) throw notFound('reviews.no-such-matter', { id })
  authorize(ctx, 'reviews.read', [matter.unitId])
  const chains = await loadChains(ctx, tx, [matter.unitId])
  const chain = chains.matters.find((one) => one.matter.id === matter.id)
  if (!chain) throw notFound('reviews.no-such-matter', { id })
  return {
    ...presentMatter(chain),
    steps: stepsOf(chain).map(({ review, at, resolvedOn, parts }) => ({
      review,
      at,
      resolvedOn,
      parts: parts.map(presentPart),
    })),
    settled: matter.settled,
    suggestions: suggestParts(chain.parts, chains.parts, await selectVerdicts(tx)),
    suggestedItems: await suggestItems(ctx, tx, chain.parts),
    createdAt: matter.createdAt.toISOString(),
    createdBy: matter.createdBy,
    changedAt: matter.changedAt.toISOString(),
    changedBy: matter.changedBy,
  }
}

/** Follows merges. A matter that was merged away takes no other one in, so that there is no circle. */
async function findLivingMatter(tx: Tx, id: string): Promise<StoredMatter | undefined> {
  let matter = await findMatter(tx, id)
  while (matter?.mergedInto) matter = await findMatter(tx, matter.mergedInto)
  return matter
}
