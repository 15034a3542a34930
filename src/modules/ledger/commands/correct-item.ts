import type { Context } from '../../../kernel/context.ts'
import { conflict, invalid, notFound } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { journal } from '../../../platform/journal/index.ts'
import { presentItem } from '../queries/present-item.ts'
import { planItemCorrection } from '../rules/plan-correction.ts'
import type { CorrectItem, Item } from '../schema.ts'
import { findItem, updateItem } from '../store/items.ts'
import { requireUnits } from './require-units.ts'

/**
 * Corrects an item. The journal keeps what it said before; the first deadline is never touched.
 * @throws `ledger.no-such-item`, `ledger.item-changed` when another correction came first,
 * `ledger.reason-missing` when a deadline changes without one, `ledger.no-such-unit`
 */
export async function correctItem(ctx: Context, id: string, input: CorrectItem): Promise<Item> {
  authorize(ctx, 'ledger.correct')
  const item = await ctx.transaction(async (tx) => {
    const before = await findItem(tx, { id }, { forUpdate: true })
    if (!before) throw notFound('ledger.no-such-item', { id })
    authorize(ctx, 'ledger.correct', [before.leadUnitId])
    if (before.version !== input.version) {
      throw conflict('ledger.item-changed', { number: before.number, version: before.version })
    }
    const plan = planItemCorrection(before, input)
    if (plan.kind === 'refused') throw invalid(`ledger.${plan.reason}`, { dueOn: before.dueOn })
    if (plan.changed.length === 0) return before
    const after = { ...plan.item, isWorkedOn: true }
    await requireUnits(tx, [after.leadUnitId, ...after.supportingUnitIds])
    await updateItem(tx, ctx.tenantId, after)
    const pick = (from: typeof before) =>
      Object.fromEntries(plan.changed.map((field) => [field, from[field as keyof typeof from]]))
    await journal(tx, ctx, {
      action: 'ledger.item-corrected',
      subject: { type: 'item', id },
      detail: { before: pick(before), after: pick(after), reason: input.reason ?? null },
    })
    return after
  })
  return presentItem(item, ctx.clock.today())
}
