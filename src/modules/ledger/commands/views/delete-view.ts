import type { Context } from '../../../../kernel/context.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { authorize, isAllowed } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { listViews, deleteView as remove } from '../../store/saved-views.ts'

/**
 * Removes a view of one's own; whoever configures the ledger also one that somebody shares.
 * @throws `ledger.no-such-view`
 */
export async function deleteView(ctx: Context, id: string): Promise<void> {
  authorize(ctx, 'ledger.read')
  const { userId, grants } = ctx.actor
  await ctx.transaction(async (tx) => {
    const view = (await listViews(tx, userId)).find((each) => each.id === id)
    const isTheirs = view && (view.ownerId === userId || isAllowed(grants, 'ledger.configure'))
    if (!isTheirs) throw notFound('ledger.no-such-view', { id })
    await remove(tx, id)
    await journal(tx, ctx, {
      action: 'ledger.view-deleted',
      subject: { type: 'saved-view', id },
      detail: { name: view.name, owner: view.owner },
    })
  })
}
