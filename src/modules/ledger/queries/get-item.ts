import type { Context, Tx } from '../../../kernel/context.ts'
import { notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { loadClockFacts } from '../clock-facts.ts'
import { loadStepFacts } from '../load-step-facts.ts'
import type { ItemDetail } from '../schema.ts'
import { listDuties } from '../store/duties.ts'
import { listEvidence } from '../store/evidence.ts'
import { listExtensions } from '../store/extensions.ts'
import { findItem, findItemName, type StoredItem } from '../store/items.ts'
import { listPressings } from '../store/pressings.ts'
import { listReports } from '../store/reports.ts'
import { listRounds, listVerifications } from '../store/verifications.ts'
import { offerSteps } from './offer-steps.ts'
import { presentDuty } from './present-duty.ts'
import { presentItem } from './present-item.ts'

/**
 * One item of those that row-level security shows the actor, with its life so far and what the actor may do with it now.
 * @throws `ledger.no-such-item`, also for an item that the actor may not see
 */
export async function getItem(ctx: Context, id: string): Promise<ItemDetail> {
  authorize(ctx, 'ledger.read')
  return ctx.transaction(async (tx) => {
    const item = await findItem(tx, { id })
    if (!item) throw notFound('ledger.no-such-item', { id })
    const facts = await loadClockFacts(ctx, tx)
    const steps = await loadStepFacts(ctx, tx, { item, facts })
    const { count, closed } = steps.parts
    const offers = await offerSteps(ctx, tx, steps)
    return {
      ...presentItem(item, facts),
      asOf: facts.today,
      duties: (await listDuties(tx, id)).map((duty) => presentDuty(duty, offers.ofDuty(duty.unit_id))),
      ...(await loadLife(tx, id)),
      parts: count > 0 ? { count, closed, progress: item.progress } : null,
      parent: await findParent(tx, item),
      steps: offers.ofItem,
    }
  })
}

async function loadLife(tx: Tx, id: string) {
  return {
    reports: await listReports(tx, id),
    evidence: await listEvidence(tx, id),
    verifications: await listVerifications(tx, id),
    extensions: await listExtensions(tx, id),
    pressings: await listPressings(tx, id),
    rounds: await listRounds(tx, id),
  }
}

/** Null also for one that the actor may not see. */
async function findParent(tx: Tx, { parentId }: StoredItem): Promise<ItemDetail['parent']> {
  return parentId === null ? null : ((await findItemName(tx, parentId)) ?? null)
}
