import type { Context } from '../../../kernel/context.ts'
import { invalid } from '../../../kernel/errors.ts'
import { authorize } from '../../../kernel/permissions.ts'
import { loadClockFacts } from '../clock-facts.ts'
import { presentItem } from '../queries/present-item.ts'
import { planFaults } from '../rules/clock/plan-faults.ts'
import type { CreateItem, Item } from '../schema.ts'
import { holdClock } from '../store/settings.ts'
import { enterItem } from './enter-item.ts'
import { requireUnits } from './require-units.ts'

/**
 * Enters an item by hand, as a draft, under the next number of the year.
 * @throws `ledger.no-such-unit`, `ledger.classified`, `ledger.plan-…`, `ledger.start-after-due`,
 * `ledger.external-number-taken`, `ledger.no-such-parent`, `ledger.wrong-place`, `ledger.too-deep`
 */
export async function createItem(ctx: Context, input: CreateItem): Promise<Item> {
  authorize(ctx, 'ledger.create', [input.leadUnitId])
  const { isClassified, ...fields } = input
  if (isClassified) throw invalid('ledger.classified')
  requireSoundDays(fields)
  return ctx.transaction(async (tx) => {
    await holdClock(ctx, tx)
    const facts = await loadClockFacts(ctx, tx)
    await requireUnits(tx, [fields.leadUnitId, ...fields.supportingUnitIds])
    const item = await enterItem(ctx, tx, { fields, state: 'draft', source: { kind: 'by-hand' }, facts })
    return presentItem(item, facts)
  })
}

/** @throws `ledger.plan-…` for the first fault of a node plan, `ledger.start-after-due` */
export function requireSoundDays({ plan, startOn, dueOn }: Pick<Item, 'plan' | 'startOn' | 'dueOn'>): void {
  const [fault] = planFaults(plan, { startOn, dueOn })
  if (fault) throw invalid(fault.code, fault.details)
  if (startOn !== null && dueOn !== null && startOn > dueOn) {
    throw invalid('ledger.start-after-due', { startOn, dueOn })
  }
}
