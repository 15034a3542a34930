import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { answerOnce } from '../../../platform/answers/index.ts'
import { itemQuery } from '../rules/statistics/item-query.ts'
import type { AskBoard, Board } from '../schema.ts'
import { ItemState } from '../schema.ts'
import { countUpTo, selectItems } from '../store/list-items.ts'
import { itemFilter } from './item-filter.ts'
import { openReading } from './open-reading.ts'
import { presentItem } from './present-item.ts'

const COUNTED_UP_TO = 10_000

/** The states that a board shows unless asked for others: withdrawn items only on request. */
const COLUMNS = ItemState.options.filter((state) => state !== 'withdrawn')

/** The items of a filter in columns by state, each with its count and the first by deadline. */
export function board(ctx: Context, { perColumn, ...query }: AskBoard): Promise<Board> {
  authorize(ctx, 'ledger.read')
  const today = ctx.clock.today()
  return answerOnce(ctx, { name: 'ledger.board', of: [query, perColumn, today] }, async (tx) => {
    const reading = await openReading(ctx, tx)
    const filter = await itemFilter(ctx, tx, { query, ...reading })
    const columns: Board['columns'] = []
    for (const state of query.state ?? COLUMNS) {
      const column = { ...filter, state: [state] }
      const items = await selectItems(tx, column, { sort: 'dueOn', limit: perColumn })
      const { total, isExact } = await countUpTo(tx, column, COUNTED_UP_TO)
      columns.push({
        state,
        count: total,
        isCountExact: isExact,
        query: itemQuery({ ...query, state: [state] }),
        items: items.map((item) => presentItem(item, reading.facts, filter.on)),
      })
    }
    return { asOf: filter.on, columns }
  })
}
