import type { Context } from '../../../../kernel/context.ts'
import { conflict, invalid } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { journal } from '../../../../platform/journal/index.ts'
import { skeleton } from '../../../../platform/names/index.ts'
import { presentView } from '../../queries/list-saved-views.ts'
import { readItemQuery } from '../../rules/read-item-query.ts'
import type { SavedView, SaveView } from '../../schema.ts'
import { countViews, insertView, listViews } from '../../store/saved-views.ts'

/** More than anybody can choose from; keeps one person from filling the table. */
const MOST_VIEWS = 100

/** Keeps a filter under a name. @throws `ledger.view-query-wrong`, `ledger.view-name-taken`, `ledger.too-many-views` */
export async function saveView(ctx: Context, { name, query, isShared }: SaveView): Promise<SavedView> {
  authorize(ctx, 'ledger.read')
  const read = readItemQuery(query)
  if ('wrong' in read) throw invalid('ledger.view-query-wrong', { filters: read.wrong })
  const now = ctx.clock.now()
  const { userId: ownerId, name: owner } = ctx.actor
  const view = { id: newId(now.getTime()), ownerId, owner, name, query: read.kept, isShared, createdAt: now }
  await ctx.transaction(async (tx) => {
    if ((await countViews(tx, ownerId)) >= MOST_VIEWS)
      throw conflict('ledger.too-many-views', { most: MOST_VIEWS })
    const own = (await listViews(tx, ownerId)).filter((each) => each.ownerId === ownerId)
    const other = own.find((each) => skeleton(each.name) === skeleton(name))
    if (other) throw conflict('ledger.view-name-taken', { name: other.name })
    await insertView(tx, ctx.tenantId, view)
    await journal(tx, ctx, {
      action: 'ledger.view-saved',
      subject: { type: 'saved-view', id: view.id },
      detail: { name, isShared, query: { ...read.kept } },
    })
  })
  return presentView(view, ownerId)
}
