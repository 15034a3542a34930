import type { Context } from '../../../../kernel/context.ts'
import type { Item } from '../../schema.ts'
import { takeDutyStep } from './take-duty-step.ts'

/** A supporting unit signs for its part. @throws what `takeDutyStep` throws */
export function signDuty(ctx: Context, id: string, unitId: string): Promise<Item> {
  return takeDutyStep(ctx, 'sign', {
    id,
    unitId,
    action: 'ledger.duty-signed',
    change: () => ({
      duty: { state: 'signed', signed_on: ctx.clock.today(), signed_by: ctx.actor.name },
    }),
  })
}
