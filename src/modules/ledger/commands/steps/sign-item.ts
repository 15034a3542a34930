import type { Context } from '../../../../kernel/context.ts'
import { cityTime } from '../../city-time.ts'
import { firstReportBy } from '../../rules/lifecycle/first-report-by.ts'
import type { Item, Step } from '../../schema.ts'
import { listDuties, updateDuty } from '../../store/duties.ts'
import { takeStep } from './take-step.ts'

/**
 * The lead unit signs for an item (签收). The limit for its first report runs from now, unless a report at fixed times is
 * owed earlier. @throws what `takeStep` throws, `kernel.calendar-year-missing`
 */
export function signItem(ctx: Context, id: string, { version }: Step): Promise<Item> {
  return takeStep(ctx, 'sign', {
    id,
    version,
    action: 'ledger.item-signed',
    change: async ({ tx, item, facts }) => {
      const { today } = facts
      const lead = (await listDuties(tx, item.id)).find(({ role }) => role === 'lead')
      if (lead) await updateDuty(tx, lead, { state: 'signed', signed_on: today, signed_by: ctx.actor.name })
      return { item: { signedOn: today, reportBy: firstReportBy(item, { ...facts, now: cityTime(ctx) }) } }
    },
  })
}
