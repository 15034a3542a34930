import type { Context } from '../../../../kernel/context.ts'
import type { Item, ReasonedStep, Step } from '../../schema.ts'
import { takeStep } from './take-step.ts'

/** Suspends an item, with the reason. Its deadline stays where it is. @throws what `takeStep` throws */
export function suspendItem(ctx: Context, id: string, { version, reason }: ReasonedStep): Promise<Item> {
  return takeStep(ctx, 'suspend', {
    id,
    version,
    reason,
    action: 'ledger.item-suspended',
    change: (item, { today }) => ({ suspendedOn: today, stateBefore: item.state }),
  })
}

/** Lets a suspended item go on in the state that it had. @throws what `takeStep` throws */
export function resumeItem(ctx: Context, id: string, { version }: Step): Promise<Item> {
  return takeStep(ctx, 'resume', {
    id,
    version,
    action: 'ledger.item-resumed',
    change: () => ({ suspendedOn: null, stateBefore: null }),
  })
}
