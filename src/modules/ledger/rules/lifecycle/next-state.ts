import type { ActionName } from './events.ts'
import { type ItemState, MACHINE, type Step } from './machine.ts'

interface Stepping {
  readonly state: ItemState
  readonly stateBefore: ItemState | null
}

/** Where a step leads from the state that an item is in; an event leaves it there. */
export function nextState(item: Stepping, name: ActionName): ItemState {
  const to = stepOf(name)?.to ?? item.state
  if (to !== 'before') return to
  if (item.stateBefore === null) throw new Error('A suspended item without a former state')
  return item.stateBefore
}

/** Whether a step says why. */
export function needsReason(name: ActionName): boolean {
  return stepOf(name)?.needsReason === true
}

function stepOf(name: ActionName): Step | undefined {
  return (MACHINE as Partial<Record<ActionName, Step>>)[name]
}
