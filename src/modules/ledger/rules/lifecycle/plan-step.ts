import type { ItemState, Step, StepName } from './machine.ts'
import { MACHINE } from './machine.ts'

export type StepPlan =
  | { readonly kind: 'taken'; readonly state: ItemState; readonly step: Step }
  | {
      readonly kind: 'refused'
      readonly reason: 'wrong-state' | 'reason-missing'
      readonly from: readonly ItemState[]
    }

interface Stepping {
  readonly state: ItemState
  readonly stateBefore: ItemState | null
}

/** Where a step leads from the state that an item is in, or why it cannot be taken. */
export function planStep(item: Stepping, name: StepName, reason?: string): StepPlan {
  const step: Step = MACHINE[name]
  const { from } = step
  if (!from.includes(item.state)) return { kind: 'refused', reason: 'wrong-state', from }
  if (step.needsReason && !reason?.trim()) return { kind: 'refused', reason: 'reason-missing', from }
  const state = step.to === 'before' ? item.stateBefore : step.to
  if (state === null) throw new Error('A suspended item without a former state')
  return { kind: 'taken', state, step }
}

/** The steps that a state allows. */
export function stepsFrom(state: ItemState): StepName[] {
  const names = Object.keys(MACHINE) as StepName[]
  return names.filter((name) => (MACHINE[name] as Step).from.includes(state))
}
