import type { Context } from '../../../kernel/context.ts'
import { newId } from '../../../kernel/ids.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { presentItem } from '../queries/present-item.ts'
import type { CreateItem, Item } from '../schema.ts'
import { enterItem } from './enter-item.ts'
import { requireUnits } from './require-units.ts'

/**
 * Enters an item by hand, issued today, under the next number of the year.
 * @throws `ledger.no-such-unit`
 */
export async function createItem(ctx: Context, input: CreateItem): Promise<Item> {
  authorize(ctx, 'ledger.create', [input.leadUnitId])
  const today = ctx.clock.today()
  const item = await ctx.transaction(async (tx) => {
    await requireUnits(tx, [input.leadUnitId, ...input.supportingUnitIds])
    return enterItem(ctx, tx, {
      id: newId(ctx.clock.now().getTime()),
      title: input.title,
      content: input.content,
      theme: input.theme,
      leadUnitId: input.leadUnitId,
      supportingUnitIds: input.supportingUnitIds,
      responsibleText: [],
      issuedOn: today,
      dueOn: input.dueOn,
      source: { kind: 'by-hand' },
    })
  })
  return presentItem(item, today)
}
