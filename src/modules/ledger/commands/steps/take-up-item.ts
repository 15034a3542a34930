import type { Context } from '../../../../kernel/context.ts'
import type { Item, Step } from '../../schema.ts'
import { takeStep } from './take-step.ts'

/** The office begins to verify a completion report (核查). @throws what `takeStep` throws */
export function takeUpItem(ctx: Context, id: string, { version }: Step): Promise<Item> {
  return takeStep(ctx, 'takeUp', { id, version, action: 'ledger.verification-begun' })
}
