import type { Context, Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { endOfDay } from '../city-time.ts'
import { type Item, ItemFilterQuery } from '../schema.ts'
import { type ItemTrace, traceItems } from '../store/item-traces.ts'
import { selectItems } from '../store/list-items.ts'
import { itemFilter } from './item-filter.ts'
import { openReading } from './open-reading.ts'
import { presentItem } from './present-item.ts'

/** So many items of a unit are read at most; more than a unit has ever had. */
const MOST = 20_000

export interface UnitItems {
  /** Open on the day, and closed since the other one, led or supported by the unit. */
  readonly items: readonly Item[]
  /** What was done about some of them. */
  traces(itemIds: readonly string[]): Promise<readonly ItemTrace[]>
}

/**
 * A unit's items as they stood on a day: the open ones and those closed since another day, in two statements. For modules that
 * judge by them, inside their transaction.
 */
export async function unitItems(
  ctx: Context,
  tx: Tx,
  { unitId, on, since }: { unitId: string; on: Day; since: Day },
): Promise<UnitItems> {
  authorize(ctx, 'ledger.read', [unitId])
  const { facts, answers } = await openReading(ctx, tx)
  const select = async (query: Pick<ItemFilterQuery, 'isOpen' | 'closedFrom' | 'closedTo'>) => {
    const asked = { ...ItemFilterQuery.parse({}), ...query, unitId, asOf: on }
    const filter = await itemFilter(ctx, tx, { query: asked, facts, answers })
    return selectItems(tx, filter, { sort: 'number', limit: MOST })
  }
  const open = await select({ isOpen: true })
  const closed = await select({ closedFrom: since, closedTo: on })
  return {
    items: [...open, ...closed].map((item) => presentItem(item, facts, on)),
    traces: (itemIds) => traceItems(tx, itemIds, endOfDay(ctx, on)),
  }
}
