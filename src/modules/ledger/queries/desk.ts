import type { Context } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { answerOnce } from '../../../platform/answers/index.ts'
import { DESK_RULES } from '../rules/desk/desk-table.ts'
import { itemQuery } from '../rules/statistics/item-query.ts'
import type { AskDesk, Desk, DeskGroup } from '../schema.ts'
import { countUpTo, selectItems } from '../store/list-items.ts'
import { itemFilter } from './item-filter.ts'
import { openReading } from './open-reading.ts'
import { presentItem } from './present-item.ts'

const SHOWN = 5
const COUNTED_UP_TO = 10_000

/**
 * What needs the office, or a unit today, and by which rule. An item that meets two rules stands under both: each says
 * something else that is to be done.
 */
export function desk(ctx: Context, input: AskDesk): Promise<Desk> {
  authorize(ctx, 'ledger.read')
  const today = ctx.clock.today()
  return answerOnce(ctx, { name: 'ledger.desk', of: [input, today] }, async (tx) => {
    const reading = await openReading(ctx, tx)
    const groups: DeskGroup[] = []
    for (const { for: whose, ...words } of DESK_RULES) {
      if (whose !== input.for) continue
      const query = { waits: words.rule, unitId: input.unitId }
      const filter = await itemFilter(ctx, tx, { query, ...reading })
      const items = await selectItems(tx, filter, { sort: words.sort, limit: SHOWN })
      if (items.length === 0) continue
      const { total, isExact } = await countUpTo(tx, filter, COUNTED_UP_TO)
      groups.push({
        ...words,
        params: { days: filter.soonDays },
        count: total,
        isCountExact: isExact,
        query: itemQuery({ ...query }),
        items: items.map((item) => presentItem(item, reading.facts)),
      })
    }
    return { asOf: today, for: input.for, groups }
  })
}
