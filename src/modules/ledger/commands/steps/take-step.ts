import type { Context, Tx } from '../../../../kernel/context.ts'
import { type CodedError, invalid } from '../../../../kernel/errors.ts'
import { authorize, noteNames } from '../../../../kernel/permissions.ts'
import { type ClockFacts, loadClockFacts } from '../../clock-facts.ts'
import { loadStepFacts } from '../../load-step-facts.ts'
import { presentItem } from '../../queries/present-item.ts'
import { refuse } from '../../refuse.ts'
import { type ActionName, actionOf } from '../../rules/lifecycle/events.ts'
import { nextState } from '../../rules/lifecycle/next-state.ts'
import type { StepFacts } from '../../rules/lifecycle/step-facts.ts'
import { stepRefusals, unitsConcerned } from '../../rules/lifecycle/step-refusals.ts'
import type { Item } from '../../schema.ts'
import type { StoredItem } from '../../store/items.ts'
import { lockItem } from '../lock-item.ts'
import { saveItem } from '../save-item.ts'

export interface Changing {
  readonly tx: Tx
  readonly item: StoredItem
  readonly facts: ClockFacts
  readonly steps: StepFacts
}

export interface Change {
  readonly item?: Partial<StoredItem>
  /** What the journal keeps of it. */
  readonly detail?: Readonly<Record<string, unknown>>
}

export interface Taking {
  readonly id: string
  readonly version?: number
  readonly reason?: string
  /** Past tense, `ledger.item-signed`. */
  readonly action: string
  /** What the input itself lacks; told together with what stands against the step. */
  readonly obstacles?: (steps: StepFacts) => CodedError[]
  /** What else changes beside the state, and the rows that come with it; may refuse by throwing a coded error. */
  readonly change?: (changing: Changing) => Promise<Change> | Change
}

/**
 * Takes one step of an item's life, or does what leaves its state as it is: locks it, asks the rules, applies the
 * step's own change, saves and journals it in one transaction. One refusal tells every obstacle.
 * @throws `ledger.no-such-item`, `ledger.item-changed`, `ledger.wrong-state`, `ledger.step-of-others`,
 * `ledger.reason-missing`, `ledger.several-obstacles`, what `stepRefusals` and `obstacles` say and `change` throws
 */
export async function takeStep(ctx: Context, name: ActionName, taking: Taking): Promise<Item> {
  const { id, version, reason, action } = taking
  authorize(ctx, actionOf(name).permission)
  return ctx.transaction(async (tx) => {
    const before = await lockItem(ctx, tx, { id, version })
    const { number } = before
    const facts = await loadClockFacts(ctx, tx)
    const steps = await loadStepFacts(ctx, tx, { item: before, facts })
    await refuse(ctx, tx, { number, refusals: refusalsOf(name, taking, { ...steps, item: before }) })
    noteNames(ctx.actor.grants, actionOf(name).permission, unitsConcerned(actionOf(name).by, before))
    const change = (await taking.change?.({ tx, item: before, facts, steps })) ?? {}
    const after = { ...before, state: nextState(before, name), ...change.item, isWorkedOn: true }
    const entry = {
      action,
      detail: { from: before.state, to: after.state, ...(reason ? { reason } : {}), ...change.detail },
    }
    return presentItem(await saveItem(ctx, tx, { before, after, facts, entry }), facts)
  })
}

function refusalsOf(name: ActionName, { reason, obstacles }: Taking, steps: StepFacts): CodedError[] {
  const refusals = stepRefusals(name, steps)
  if (refusals.some(({ code }) => code === 'ledger.wrong-state' || code === 'ledger.step-of-others'))
    return refusals
  const { number } = steps.item
  const lacking =
    actionOf(name).needsReason && !reason?.trim() ? [invalid('ledger.reason-missing', { number })] : []
  return [...refusals, ...lacking, ...(obstacles?.(steps) ?? [])]
}
