import type { Context } from '../../../../kernel/context.ts'
import type { Item, ReasonedStep } from '../../schema.ts'
import { takeBack } from './take-back.ts'
import { takeStep } from './take-step.ts'

/**
 * Takes an item back from its units, for instance to give it to another: it waits for dispatch, its deadline stays.
 * @throws what `takeStep` throws
 */
export function recallItem(ctx: Context, id: string, { version, reason }: ReasonedStep): Promise<Item> {
  return takeStep(ctx, 'recall', {
    id,
    version,
    reason,
    action: 'ledger.item-recalled',
    change: async ({ tx, item }) => ({ item: await takeBack(ctx, tx, { item, lead: 'pending' }) }),
  })
}

/**
 * The lead unit declines an item within the limit to sign, with the reason: it goes back to the office (拒签).
 * @throws what `takeStep` throws, `ledger.decline-too-late` after the limit
 */
export function declineItem(ctx: Context, id: string, { version, reason }: ReasonedStep): Promise<Item> {
  return takeStep(ctx, 'decline', {
    id,
    version,
    reason,
    action: 'ledger.item-declined',
    change: async ({ tx, item }) => ({
      item: { ...(await takeBack(ctx, tx, { item, lead: 'declined' })), declinedReason: reason },
      detail: { leadUnitId: item.leadUnitId },
    }),
  })
}
