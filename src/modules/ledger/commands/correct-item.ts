import type { Context } from '../../../kernel/context.ts'
import { invalid } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { loadClockFacts } from '../clock-facts.ts'
import { presentItem } from '../queries/present-item.ts'
import { planItemCorrection } from '../rules/plan-correction.ts'
import type { CorrectItem, Item } from '../schema.ts'
import { syncDuties } from '../store/duties.ts'
import type { StoredItem } from '../store/items.ts'
import { requireSoundDays } from './create-item.ts'
import { lockItem } from './lock-item.ts'
import { placeInTree } from './place-in-tree.ts'
import { requireFreeNumber } from './require-free-number.ts'
import { requireUnits } from './require-units.ts'
import { saveItem } from './save-item.ts'

/**
 * Corrects an item. The journal keeps what it said before; the first deadline is never touched.
 * @throws `ledger.no-such-item`, `ledger.item-changed` when another change came first (it says what changed),
 * `ledger.reason-missing`, `ledger.item-finished`, `ledger.deadline-needs-extension`, `ledger.recall-first`,
 * `ledger.clock-runs`, and what creating an item throws
 */
export async function correctItem(ctx: Context, id: string, input: CorrectItem): Promise<Item> {
  authorize(ctx, 'ledger.correct')
  return ctx.transaction(async (tx) => {
    const before = await lockItem(ctx, tx, { id, version: input.version })
    authorize(ctx, 'ledger.correct', [before.leadUnitId, before.issuerUnitId])
    const facts = await loadClockFacts(ctx, tx)
    const plan = planItemCorrection(before, input)
    if (plan.kind === 'refused') {
      throw invalid(`ledger.${plan.reason}`, {
        number: before.number,
        state: before.state,
        dueOn: before.dueOn,
      })
    }
    const { changed } = plan
    if (changed.length === 0) return presentItem(before, facts)
    requireSoundDays(plan.item)
    await requireUnits(tx, [plan.item.leadUnitId, ...plan.item.supportingUnitIds])
    await requireFreeNumber(tx, plan.item)
    const level =
      changed.includes('parentId') || changed.includes('kind')
        ? await placeInTree(tx, plan.item)
        : before.level
    const after = { ...plan.item, level, isWorkedOn: true }
    if (changed.includes('leadUnitId') || changed.includes('supportingUnitIds')) {
      await syncDuties(tx, ctx.tenantId, after)
    }
    const saved = await saveItem(ctx, tx, {
      before,
      after,
      facts,
      entry: {
        action: 'ledger.item-corrected',
        detail: { before: pick(before, changed), after: pick(after, changed), reason: input.reason ?? null },
      },
    })
    return presentItem(saved, facts)
  })
}

function pick(item: StoredItem, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.map((field) => [field, item[field as keyof StoredItem]]))
}
