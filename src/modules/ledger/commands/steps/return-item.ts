import type { Context } from '../../../../kernel/context.ts'
import { nextReportBy } from '../../rules/lifecycle/first-report-by.ts'
import { verificationRefusals } from '../../rules/lifecycle/verification-refusals.ts'
import type { Item, ReturnItem } from '../../schema.ts'
import { takeStep } from './take-step.ts'
import { writeVerification } from './write-verification.ts'

/**
 * Verification failed: the item goes back for rework (退回重办) and its clock runs on, as if nothing had been reported:
 * the days of verifying are the unit's. @throws what `takeStep` throws, `ledger.own-report`, `ledger.verifier-of-unit`,
 * `ledger.third-party-missing`
 */
export function returnItem(ctx: Context, id: string, input: ReturnItem): Promise<Item> {
  const { version, reason, method, thirdParty } = input
  return takeStep(ctx, 'returnForRework', {
    id,
    version,
    reason,
    action: 'ledger.item-returned',
    obstacles: (steps) => verificationRefusals(steps, { method, thirdParty }),
    change: async ({ tx, item, facts: { today, settings } }) => {
      const finding = { purpose: 'closing', result: 'failed', findings: reason } as const
      const verificationId = await writeVerification(ctx, tx, { item, method, thirdParty, ...finding })
      const returnedCount = item.returnedCount + 1
      const reportBy = nextReportBy(item, { on: today, settings })
      return {
        item: { returnedCount, reportedOn: null, reportBy },
        detail: { verificationId, method, thirdParty, returnedCount },
      }
    },
  })
}
