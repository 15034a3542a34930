import type { ActionName } from './events.ts'
import { type ItemState, MACHINE, type Step } from './machine.ts'

interface Stepping {
  readonly state: ItemState
  readonly stateBefore: ItemState | null
}

/** Where a step leads from the state that an item is in; an event leaves it there. */
export function nextState(item: Stepping, name: ActionName): ItemState {
  const step = (MACHINE as Partial<Record<ActionName, Step>>)[name]
  const to = step?.to ?? item.state
  if (to !== 'before') return to
  if (item.stateBefore === null) throw new Error('A suspended item without a former state')
  return item.stateBefore
}
