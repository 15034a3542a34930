import type { ItemState, Party, Step } from './machine.ts'
import { DISPATCHED_STATES, MACHINE, OPEN_STATES, type StepName } from './machine.ts'

/** What can be done with an item beside the steps of the machine: it leaves the state as it is, but not every state allows it. */
export interface Event {
  readonly in: readonly ItemState[]
  /** `units`: the lead or a supporting unit. */
  readonly by: Party | 'units'
  readonly permission: string
  readonly needsReason?: true
}

/** The deadline still runs against the unit; while a completion report is looked at, it stands still and nobody moves it. */
export const RUNNING_STATES: readonly ItemState[] = [
  'dispatched',
  'signed',
  'in-progress',
  'returned',
  'suspended',
]

/** What a re-check looks at may still be handed in while one is agreed (`recheckOn`), although the item is closed. */
const EVIDENCE_STATES: readonly ItemState[] = [...DISPATCHED_STATES, 'closed']

/** Events of an item's life, declared beside the machine. A re-check that fails takes the step `reopen`. */
export const EVENTS = {
  correct: { in: OPEN_STATES, by: 'office', permission: 'ledger.correct' },
  recheck: { in: ['closed'], by: 'office', permission: 'ledger.verify' },
  press: { in: DISPATCHED_STATES, by: 'office', permission: 'ledger.dispatch' },
  askExtension: { in: RUNNING_STATES, by: 'lead', permission: 'ledger.work', needsReason: true },
  decideExtension: { in: DISPATCHED_STATES, by: 'office', permission: 'ledger.approve' },
  addEvidence: { in: EVIDENCE_STATES, by: 'units', permission: 'ledger.work' },
} as const satisfies Record<string, Event>

export type EventName = keyof typeof EVENTS
export type ActionName = StepName | EventName

export const ACTION_NAMES = [...Object.keys(MACHINE), ...Object.keys(EVENTS)] as ActionName[]

/** One shape for steps and events: where it is possible, who does it, under which permission. */
export function actionOf(name: ActionName): Event {
  if (name in EVENTS) return EVENTS[name as EventName]
  const { from, by, permission, needsReason }: Step = MACHINE[name as StepName]
  return { in: from, by, permission, needsReason }
}

/** Everything that a state allows. */
export function actionsIn(state: ItemState): ActionName[] {
  return ACTION_NAMES.filter((name) => actionOf(name).in.includes(state))
}
