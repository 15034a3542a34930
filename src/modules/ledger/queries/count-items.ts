import type { Context, Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { loadClockFacts } from '../clock-facts.ts'
import { countOpenItems, type ItemCounts } from '../store/count-items.ts'
import { soonDays } from './item-filter.ts'

/** How many of the open items that the actor sees stand where on a day, for some units only when given. */
export async function countItems(
  ctx: Context,
  tx: Tx,
  { asOf, unitIds }: { asOf: Day; unitIds?: readonly string[] },
): Promise<ItemCounts> {
  authorize(ctx, 'ledger.read')
  const { settings } = await loadClockFacts(ctx, tx)
  return countOpenItems(tx, { on: asOf, soonDays: soonDays(settings), unitIds })
}
