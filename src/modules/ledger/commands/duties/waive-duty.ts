import type { Context } from '../../../../kernel/context.ts'
import type { Item } from '../../schema.ts'
import { takeDutyStep } from './take-duty-step.ts'

/** The office releases a supporting unit from its part, with the reason. @throws what `takeDutyStep` throws */
export function waiveDuty(
  ctx: Context,
  id: string,
  { unitId, reason }: { unitId: string; reason: string },
): Promise<Item> {
  return takeDutyStep(ctx, 'waive', {
    id,
    unitId,
    action: 'ledger.duty-waived',
    change: () => ({ duty: { state: 'waived', note: reason }, detail: { reason } }),
  })
}
