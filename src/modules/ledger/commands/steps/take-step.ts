import type { Context, Tx } from '../../../../kernel/context.ts'
import { conflict, invalid } from '../../../../kernel/errors.ts'
import { authorize } from '../../../../kernel/permissions.ts'
import { type ClockFacts, loadClockFacts } from '../../clock-facts.ts'
import { presentItem } from '../../queries/present-item.ts'
import { MACHINE, type Step, type StepName } from '../../rules/lifecycle/machine.ts'
import { planStep } from '../../rules/lifecycle/plan-step.ts'
import type { Item } from '../../schema.ts'
import type { StoredItem } from '../../store/items.ts'
import { lockItem } from '../lock-item.ts'
import { saveItem } from '../save-item.ts'

export interface Taking {
  readonly id: string
  readonly version?: number
  readonly reason?: string
  /** What else changes beside the state; may refuse by throwing a coded error. */
  readonly change?: (
    item: StoredItem,
    facts: ClockFacts,
    tx: Tx,
  ) => Promise<Partial<StoredItem>> | Partial<StoredItem>
  /** Past tense, `ledger.item-signed`. */
  readonly action: string
  /** What the journal keeps beside the former and the new state. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/**
 * Takes one step of an item's life: locks it, authorises, asks the machine, applies the step's own change, and saves
 * and journals it in one transaction.
 * @throws `ledger.no-such-item`, `ledger.item-changed`, `ledger.wrong-state`, `ledger.reason-missing`, and what `change` throws
 */
export function takeStep(ctx: Context, name: StepName, taking: Taking): Promise<Item> {
  authorize(ctx, MACHINE[name].permission)
  return ctx.transaction((tx) => takeStepIn(ctx, tx, { name, ...taking }))
}

/** The same inside a transaction that does more. */
export async function takeStepIn(ctx: Context, tx: Tx, taking: Taking & { name: StepName }): Promise<Item> {
  const { name, id, version, reason } = taking
  const step: Step = MACHINE[name]
  const before = await lockItem(tx, { id, version })
  authorize(
    ctx,
    step.permission,
    step.by === 'lead' ? [before.leadUnitId] : [before.leadUnitId, before.issuerUnitId],
  )
  const plan = planStep(before, name, reason)
  if (plan.kind === 'refused') {
    if (plan.reason === 'reason-missing') throw invalid('ledger.reason-missing', { number: before.number })
    throw conflict('ledger.wrong-state', {
      number: before.number,
      state: before.state,
      step: name,
      from: plan.from,
    })
  }
  const facts = await loadClockFacts(ctx, tx)
  const change = (await taking.change?.(before, facts, tx)) ?? {}
  const after = await saveItem(ctx, tx, {
    before,
    after: { ...before, ...change, state: plan.state, isWorkedOn: true },
    facts,
    entry: {
      action: taking.action,
      detail: { from: before.state, to: plan.state, ...(reason ? { reason } : {}), ...taking.detail },
    },
  })
  return presentItem(after, facts)
}
