import type { Context, Tx } from '../../../../kernel/context.ts'
import { conflict, notFound } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { findMatter, type StoredMatter } from '../../store/follow/matters.ts'

/**
 * A matter that a person who may decide changes, locked.
 * @throws `reviews.no-such-matter`, `reviews.matter-changed` when it was changed since the version given
 */
export async function requireMatter(
  ctx: Context,
  tx: Tx,
  { id, version }: { id: string; version?: number },
): Promise<StoredMatter> {
  const matter = await findMatter(tx, id, { forUpdate: true })
  if (!matter || matter.mergedInto !== null) throw notFound('reviews.no-such-matter', { id })
  authorize(ctx, 'reviews.decide', [matter.unitId])
  if (version !== undefined && version !== matter.version) {
    throw conflict('reviews.matter-changed', { by: matter.changedBy })
  }
  return matter
}
