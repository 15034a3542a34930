import type { Context } from '../../../../kernel/context.ts'
import type { FinishDuty, Item } from '../../schema.ts'
import { writeReport } from '../steps/write-report.ts'
import { takeDutyStep } from './take-duty-step.ts'

/**
 * A supporting unit tells that its part is done, which signs for it too. After its own day it was late, for ever.
 * @throws what `takeDutyStep` throws, `ledger.no-such-evidence`
 */
export function finishDuty(
  ctx: Context,
  id: string,
  { unitId, done, evidenceIds }: FinishDuty & { unitId: string },
): Promise<Item> {
  return takeDutyStep(ctx, 'finish', {
    id,
    unitId,
    action: 'ledger.duty-finished',
    change: async ({ tx, item, duty }) => {
      const today = ctx.clock.today()
      const report = { kind: 'duty-done', item, unitId, progress: null, done, evidenceIds } as const
      const reportId = await writeReport(ctx, tx, report)
      const isLate = duty.due_on !== null && today > duty.due_on
      return {
        duty: {
          state: 'done',
          done_on: today,
          done_by: ctx.actor.name,
          was_late: duty.was_late || isLate,
          ...(duty.signed_on === null ? { signed_on: today, signed_by: ctx.actor.name } : {}),
        },
        detail: { reportId, done, isLate, dueOn: duty.due_on },
      }
    },
  })
}
