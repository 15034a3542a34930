import type { Context } from '../../../../kernel/context.ts'
import type { Item, ReasonedStep } from '../../schema.ts'
import { listDuties, updateDuty } from '../../store/duties.ts'
import { dropExtension } from './drop-extension.ts'
import { takeStep } from './take-step.ts'

/**
 * Ends an item without a close, with the reason (中止); its row and number stay. Units are released from what they had
 * not yet done, and a request for an extension is dropped. @throws what `takeStep` throws, `ledger.parts-open`
 */
export function withdrawItem(ctx: Context, id: string, { version, reason }: ReasonedStep): Promise<Item> {
  return takeStep(ctx, 'withdraw', {
    id,
    version,
    reason,
    action: 'ledger.item-withdrawn',
    change: async ({ tx, item }) => {
      for (const duty of await listDuties(tx, item.id)) {
        if (duty.role === 'support' && duty.state !== 'done' && duty.state !== 'waived') {
          await updateDuty(tx, duty, { state: 'waived', note: reason })
        }
      }
      return { item: { stateBefore: null, suspendedOn: null, ...(await dropExtension(ctx, tx, item)) } }
    },
  })
}
