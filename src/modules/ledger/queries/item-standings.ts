import type { Context, Tx } from '../../../kernel/context.ts'
import { authorize } from '../../../kernel/permissions.ts'
import type { Item } from '../schema.ts'
import { selectStandings, type WhichItems } from '../store/item-standings.ts'
import { presentItem } from './present-item.ts'

/** Where items stand today, of those that the actor sees, withdrawn ones, too; one query however many. */
export async function itemStandings(ctx: Context, tx: Tx, which: WhichItems): Promise<Item[]> {
  authorize(ctx, 'ledger.read')
  const today = ctx.clock.today()
  const items = await selectStandings(tx, which)
  return items.map((item) => presentItem(item, { today }))
}
