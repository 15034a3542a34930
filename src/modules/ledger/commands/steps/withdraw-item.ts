import type { Context } from '../../../../kernel/context.ts'
import { conflict } from '../../../../kernel/errors.ts'
import type { Item, ReasonedStep } from '../../schema.ts'
import { countOpenParts } from '../../store/tree.ts'
import { takeStep } from './take-step.ts'

/** Ends an item without a close, with the reason (中止); its row and number stay. @throws what `takeStep` throws, `ledger.parts-open` */
export function withdrawItem(ctx: Context, id: string, { version, reason }: ReasonedStep): Promise<Item> {
  return takeStep(ctx, 'withdraw', {
    id,
    version,
    reason,
    action: 'ledger.item-withdrawn',
    change: async (item, _, tx) => {
      const open = await countOpenParts(tx, item.id)
      if (open > 0) throw conflict('ledger.parts-open', { number: item.number, open })
      return { stateBefore: null, suspendedOn: null }
    },
  })
}
