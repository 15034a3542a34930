import type { Context } from '../../../../kernel/context.ts'
import { newId } from '../../../../kernel/ids.ts'
import { inNamesOf } from '../../../../kernel/permissions.ts'
import { deadlineRefusals } from '../../rules/lifecycle/extension-refusals.ts'
import type { AskExtension, Item } from '../../schema.ts'
import { insertExtension } from '../../store/extensions.ts'
import { takeStep } from '../steps/take-step.ts'

/**
 * Asks for another deadline, later or earlier; somebody else decides. One request waits at a time.
 * @throws what `takeStep` throws, `ledger.extension-waits`, `ledger.extension-same-day`, `ledger.deadline-past`,
 * `ledger.start-after-due`, `ledger.plan-…`
 */
export function askExtension(ctx: Context, id: string, input: AskExtension): Promise<Item> {
  const { version, toDue, reason } = input
  return takeStep(ctx, 'askExtension', {
    id,
    version,
    reason,
    action: 'ledger.extension-asked',
    obstacles: (steps) => deadlineRefusals(steps, toDue),
    change: async ({ tx, item }) => {
      const now = ctx.clock.now()
      const extensionId = newId(now.getTime())
      await insertExtension(tx, {
        tenant_id: ctx.tenantId,
        id: extensionId,
        item_id: item.id,
        round: item.round,
        unit_id: item.leadUnitId,
        from_due: item.dueOn,
        to_due: toDue,
        reason,
        asked_at: now,
        asker_id: ctx.actor.userId,
        asker: ctx.actor.name,
        in_name_of: inNamesOf(ctx.actor.grants, 'ledger.work', [item.leadUnitId]).map(({ id: of }) => of),
        decided_at: null,
        decider_id: null,
        decider: null,
      })
      return { item: { hasPendingExtension: true }, detail: { extensionId, fromDue: item.dueOn, toDue } }
    },
  })
}
