import type { Context, Tx } from '../../../../kernel/context.ts'
import { conflict, notFound } from '../../../../kernel/errors.ts'
import { refuse } from '../../refuse.ts'
import { approvalRefusals } from '../../rules/lifecycle/extension-refusals.ts'
import type { DecideExtension, Item } from '../../schema.ts'
import { listDuties, updateDuty } from '../../store/duties.ts'
import { decidePending, findExtension } from '../../store/extensions.ts'
import type { StoredItem } from '../../store/items.ts'
import { type Changing, takeStep } from '../steps/take-step.ts'

interface Deciding extends DecideExtension {
  readonly extensionId: string
}

/**
 * Approves or refuses a request for another deadline; never one's own. Approval moves the deadline in force of the item
 * and of its lead; the first deadline stays (invariant 3).
 * @throws what `takeStep` throws, `ledger.no-such-extension`, `ledger.extension-decided`, `ledger.no-extension-waits`,
 * `ledger.own-extension`, `ledger.clock-stands`, `ledger.deadline-past`
 */
export function decideExtension(ctx: Context, id: string, input: Deciding): Promise<Item> {
  const { decision, note } = input
  const isApproved = decision === 'approve'
  return takeStep(ctx, 'decideExtension', {
    id,
    action: isApproved ? 'ledger.extension-approved' : 'ledger.extension-refused',
    change: async (changing) => {
      const { tx, item } = changing
      const { to_due: toDue } = await requireWaiting(tx, item, input.extensionId)
      if (isApproved) await requireApprovable(ctx, changing, toDue)
      await decidePending(tx, id, {
        state: isApproved ? 'approved' : 'refused',
        decided_at: ctx.clock.now(),
        decider_id: ctx.actor.userId,
        decider: ctx.actor.name,
        decision: note,
      })
      if (isApproved) await moveLead(tx, item, toDue)
      const detail = { extensionId: input.extensionId, fromDue: item.dueOn, toDue, note }
      return { item: { hasPendingExtension: false, ...(isApproved ? { dueOn: toDue } : {}) }, detail }
    },
  })
}

async function requireWaiting(tx: Tx, item: StoredItem, id: string) {
  const extension = await findExtension(tx, { itemId: item.id, id })
  const { number } = item
  if (!extension) throw notFound('ledger.no-such-extension', { number, id })
  if (extension.state !== 'pending') throw conflict('ledger.extension-decided', { number })
  return extension
}

async function requireApprovable(ctx: Context, { tx, steps }: Changing, toDue: string): Promise<void> {
  const { number } = steps.item
  await refuse(ctx, tx, { number, refusals: approvalRefusals(steps, toDue) })
}

async function moveLead(tx: Tx, item: StoredItem, dueOn: string): Promise<void> {
  const lead = (await listDuties(tx, item.id)).find(({ role }) => role === 'lead')
  if (lead) await updateDuty(tx, lead, { due_on: dueOn })
}
