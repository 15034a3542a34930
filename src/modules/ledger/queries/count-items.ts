import type { Context, Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { countOpenItems, type ItemCounts } from '../store/count-items.ts'
import { keptOwnUnits, soonDays } from './item-filter.ts'
import { openReading } from './open-reading.ts'

/** How many of the open items that the actor sees stand where on a day, for some units only when given. */
export async function countItems(
  ctx: Context,
  tx: Tx,
  { asOf, unitIds }: { asOf: Day; unitIds?: readonly string[] },
): Promise<ItemCounts> {
  authorize(ctx, 'ledger.read')
  const { facts, answers } = await openReading(ctx, tx)
  const scope = unitIds ?? (await keptOwnUnits(ctx, tx, answers)) ?? undefined
  const counting = { on: asOf, soonDays: soonDays(facts.settings), unitIds: scope }
  return answers.keep({ name: 'ledger.counts', of: counting }, () => countOpenItems(tx, counting))
}
