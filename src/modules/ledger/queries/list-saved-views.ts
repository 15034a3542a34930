import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { itemQuery } from '../rules/statistics/item-query.ts'
import type { SavedView, SavedViews } from '../schema.ts'
import { listViews, type StoredView } from '../store/saved-views.ts'

/** One's own views and those that others share. */
export async function listSavedViews(ctx: Context): Promise<SavedViews> {
  authorize(ctx, 'ledger.read')
  const { userId } = ctx.actor
  const views = await ctx.transaction((tx) => listViews(tx, userId))
  return { views: views.map((view) => presentView(view, userId)) }
}

export function presentView(view: StoredView, userId: string): SavedView {
  const { id, name, query, isShared, ownerId, owner, createdAt } = view
  const isOwn = ownerId === userId
  return { id, name, query: itemQuery(query), isShared, isOwn, owner, createdAt: createdAt.toISOString() }
}
