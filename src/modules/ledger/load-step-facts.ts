import type { Context, Tx } from '../../kernel/context.ts'
import type { ClockFacts } from './clock-facts.ts'
import type { StepFacts } from './rules/lifecycle/step-facts.ts'
import { listDuties } from './store/duties.ts'
import type { StoredItem } from './store/items.ts'
import { findStepFacts } from './store/step-facts.ts'
import { aboveOwnScope } from './store/tree.ts'

/** Reads what decides which steps of an item may be taken now: for a command under the item's lock, and for its page. */
export async function loadStepFacts(
  ctx: Context,
  tx: Tx,
  { item, facts }: { item: StoredItem; facts: ClockFacts },
): Promise<StepFacts> {
  const stored = await aboveOwnScope(tx, () => findStepFacts(tx, item))
  const duties = await listDuties(tx, item.id)
  const { reporterId, reportingUnitId, askerId } = stored
  return {
    today: facts.today,
    actor: ctx.actor,
    item,
    duties: duties.map(({ unit_id, role, state }) => ({ unitId: unit_id, role, state })),
    parts: { count: stored.parts, closed: stored.closedParts },
    isParentFinished: stored.parentState === 'closed' || stored.parentState === 'withdrawn',
    evidence: stored.evidence,
    needsEvidence: facts.settings.needsEvidence,
    completion:
      reporterId && reportingUnitId
        ? { reporterId, unitId: reportingUnitId, inNameOf: stored.reportedFor ?? [] }
        : null,
    pendingExtension: askerId ? { askerId, inNameOf: stored.askedFor ?? [] } : null,
  }
}
