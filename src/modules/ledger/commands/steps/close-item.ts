import type { Context, Tx } from '../../../../kernel/context.ts'
import { addDays } from '../../../../kernel/day.ts'
import { verificationRefusals } from '../../rules/lifecycle/verification-refusals.ts'
import type { CloseItem, Item } from '../../schema.ts'
import { listDuties, updateDuty } from '../../store/duties.ts'
import type { StoredItem } from '../../store/items.ts'
import { countReturns, insertRound } from '../../store/verifications.ts'
import { dropExtension } from './drop-extension.ts'
import { takeStep } from './take-step.ts'
import { writeVerification } from './write-verification.ts'

/**
 * Verification passed: the item is closed (销号) and its round kept. It was finished when the accepted report came, however
 * long verifying took; if that was past the deadline in force, it was late, for ever.
 * @throws what `takeStep` throws, `ledger.own-report`, `ledger.verifier-of-unit`, `ledger.third-party-missing`,
 * `ledger.duties-open`, `ledger.parts-open`
 */
export function closeItem(ctx: Context, id: string, input: CloseItem): Promise<Item> {
  const { version, method, thirdParty, findings, recheckAfterDays } = input
  return takeStep(ctx, 'close', {
    id,
    version,
    action: 'ledger.item-closed',
    obstacles: (steps) => verificationRefusals(steps, { method, thirdParty }),
    change: async ({ tx, item, facts: { today } }) => {
      const finding = { purpose: 'closing', result: 'passed', findings } as const
      const verificationId = await writeVerification(ctx, tx, { item, method, thirdParty, ...finding })
      const finishedOn = item.reportedOn ?? today
      const isLate = item.dueOn !== null && finishedOn > item.dueOn
      const recheckOn = recheckAfterDays === null ? null : addDays(today, recheckAfterDays)
      await finishLeadDuty(tx, item, { finishedOn, isLate, by: ctx.actor.name })
      await keepRound(ctx, tx, { item, finishedOn, closedOn: today, isLate })
      return {
        item: {
          finishedOn,
          closedOn: today,
          recheckOn,
          wasLate: item.wasLate || isLate,
          reportBy: null,
          ...(await dropExtension(ctx, tx, item)),
        },
        detail: {
          verificationId,
          method,
          thirdParty,
          findings,
          finishedOn,
          dueOn: item.dueOn,
          isLate,
          recheckOn,
        },
      }
    },
  })
}

interface Finish {
  readonly finishedOn: string
  readonly isLate: boolean
  readonly by: string
}

async function finishLeadDuty(tx: Tx, item: StoredItem, { finishedOn, isLate, by }: Finish): Promise<void> {
  const lead = (await listDuties(tx, item.id)).find(({ role }) => role === 'lead')
  if (!lead) return
  const wasLate = lead.was_late || isLate
  await updateDuty(tx, lead, { state: 'done', done_on: finishedOn, done_by: by, was_late: wasLate })
}

interface Ended {
  readonly item: StoredItem
  readonly finishedOn: string
  readonly closedOn: string
  readonly isLate: boolean
}

async function keepRound(ctx: Context, tx: Tx, { item, finishedOn, closedOn, isLate }: Ended): Promise<void> {
  await insertRound(tx, {
    tenant_id: ctx.tenantId,
    item_id: item.id,
    round: item.round,
    dispatched_on: item.dispatchedOn,
    signed_on: item.signedOn,
    due_on: item.dueOn,
    first_due_on: item.firstDueOn,
    finished_on: finishedOn,
    closed_on: closedOn,
    was_late: isLate,
    returned_count: await countReturns(tx, { itemId: item.id, round: item.round }),
  })
}
