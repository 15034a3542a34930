import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { answerOnce } from '../../../platform/answers/index.ts'
import type { ItemCount, ItemFilterQuery } from '../schema.ts'
import { countAll } from '../store/list-items.ts'
import { itemFilter } from './item-filter.ts'
import { openReading } from './open-reading.ts'

/** How many items of a filter the actor sees, all of them counted. */
export function countMatching(ctx: Context, query: ItemFilterQuery): Promise<ItemCount> {
  authorize(ctx, 'ledger.read')
  const today = ctx.clock.today()
  return answerOnce(ctx, { name: 'ledger.count', of: [query, today] }, async (tx) => {
    const filter = await itemFilter(ctx, tx, { query, ...(await openReading(ctx, tx)) })
    return { total: await countAll(tx, filter), asOf: filter.on }
  })
}
