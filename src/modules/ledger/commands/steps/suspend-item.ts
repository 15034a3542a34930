import type { Context } from '../../../../kernel/context.ts'
import { nextReportBy } from '../../rules/lifecycle/first-report-by.ts'
import type { Item, ReasonedStep, Step } from '../../schema.ts'
import { takeStep } from './take-step.ts'

/** Suspends an item, with the reason. Its deadline stays where it is. @throws what `takeStep` throws */
export function suspendItem(ctx: Context, id: string, { version, reason }: ReasonedStep): Promise<Item> {
  return takeStep(ctx, 'suspend', {
    id,
    version,
    reason,
    action: 'ledger.item-suspended',
    change: ({ item, facts }) => ({ item: { suspendedOn: facts.today, stateBefore: item.state } }),
  })
}

/**
 * Lets a suspended item go on in the state that it had. No report was owed meanwhile: one that is past is owed for the
 * next time. @throws what `takeStep` throws
 */
export function resumeItem(ctx: Context, id: string, { version }: Step): Promise<Item> {
  return takeStep(ctx, 'resume', {
    id,
    version,
    action: 'ledger.item-resumed',
    change: ({ item, facts: { today, settings } }) => {
      const isPast = item.reportBy !== null && item.reportBy < today
      const reportBy = isPast ? (nextReportBy(item, { on: today, settings }) ?? today) : item.reportBy
      return { item: { suspendedOn: null, stateBefore: null, reportBy } }
    },
  })
}
