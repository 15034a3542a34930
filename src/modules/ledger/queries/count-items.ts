import type { Context, Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { dueRange } from '../rules/item-light.ts'
import { countItems as count, type ItemCounts } from '../store/list-items.ts'

/** How many of the items that the actor sees stand where on a day, for some units only when given. */
export async function countItems(
  ctx: Context,
  tx: Tx,
  { asOf, unitIds }: { asOf: Day; unitIds?: readonly string[] },
): Promise<ItemCounts> {
  authorize(ctx, 'ledger.read')
  return count(tx, { overdue: dueRange('overdue', asOf)!, dueSoon: dueRange('due-soon', asOf)! }, unitIds)
}
