import type { Context } from '../../../../kernel/context.ts'
import type { Item, ReasonedStep, Step } from '../../schema.ts'
import { takeStep } from './take-step.ts'

/** Confirms a draft: it may be dispatched from now on. @throws what `takeStep` throws */
export function reviewItem(ctx: Context, id: string, { version }: Step): Promise<Item> {
  return takeStep(ctx, 'review', { id, version, action: 'ledger.item-reviewed' })
}

/** Sends a reviewed item back to its draft, with the reason. @throws what `takeStep` throws */
export function sendBackItem(ctx: Context, id: string, { version, reason }: ReasonedStep): Promise<Item> {
  return takeStep(ctx, 'sendBack', { id, version, reason, action: 'ledger.item-sent-back' })
}
