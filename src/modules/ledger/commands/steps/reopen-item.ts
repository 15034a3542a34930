import type { Context } from '../../../../kernel/context.ts'
import { roundDeadlineRefusals } from '../../rules/lifecycle/round-deadline-refusals.ts'
import type { Item, ReopenItem } from '../../schema.ts'
import { beginRound } from './begin-round.ts'
import { takeStep } from './take-step.ts'

/**
 * Opens a closed item again, with the reason and a deadline of its own: a new round begins, the old one is kept as it
 * was. @throws what `takeStep` throws, `ledger.parent-finished`, `ledger.deadline-past`
 */
export function reopenItem(ctx: Context, id: string, input: ReopenItem): Promise<Item> {
  const { version, reason, dueOn, progress } = input
  return takeStep(ctx, 'reopen', {
    id,
    version,
    reason,
    action: 'ledger.item-reopened',
    obstacles: (steps) => roundDeadlineRefusals(steps, dueOn),
    change: async (changing) => ({
      item: await beginRound(ctx, changing, { dueOn, progress }),
      detail: { dueOn, newRound: changing.item.round + 1 },
    }),
  })
}
