import { actionsIn } from '../../../../src/modules/ledger/rules/lifecycle/events.ts'
import type { ItemDetail, StepOffer } from '../../api/item-model.ts'
import type { ItemStep } from '../../api/item-steps.ts'

/** The steps in the order of an item's life: what drives it on first, what takes it back last. */
export const STEP_ORDER = [
  'review',
  'dispatch',
  'sign',
  'takeUp',
  'close',
  'decideExtension',
  'resume',
  'recheck',
  'reportProgress',
  'reportCompletion',
  'returnForRework',
  'press',
  'askExtension',
  'addEvidence',
  'correct',
  'decline',
  'sendBack',
  'recall',
  'suspend',
  'reopen',
  'withdraw',
] as const satisfies readonly (ItemStep | 'correct')[]

type ItemState = ItemDetail['state']
export type OfferedStep = (typeof STEP_ORDER)[number]
export type Offer = Pick<StepOffer, 'isAllowed' | 'refusal' | 'code'> & { readonly step: OfferedStep }

/** Steps that drive the item on: the first allowed one is what to do next. */
const ONWARD: readonly OfferedStep[] = STEP_ORDER.slice(0, 10)

/** What the units do themselves; the office can do it for them, but that is not what it does next. */
const OF_UNITS: readonly OfferedStep[] = [
  'sign',
  'decline',
  'reportProgress',
  'reportCompletion',
  'askExtension',
  'addEvidence',
]

export interface OrderedSteps {
  readonly allowed: readonly Offer[]
  /** What to do next. */
  readonly next: OfferedStep | undefined
  /** Own steps that the state allows, and that something else keeps one from. */
  readonly held: readonly Offer[]
  /** Steps of others, and those that make no sense in this state. */
  readonly notNow: readonly Offer[]
}

interface Orderly {
  readonly state: ItemState
  readonly steps: readonly Offer[]
  readonly hasPendingExtension: boolean
}

/**
 * Sorts what the server offers into what can be done, what is only held up, and what is not this person's now. For the office its
 * own steps come first.
 */
export function orderSteps(item: Orderly, isOffice: boolean): OrderedSteps {
  const possible = actionsIn(item.state).filter(
    (step) => step !== 'decideExtension' || item.hasPendingExtension,
  ) as readonly string[]
  const isTheirs = (step: OfferedStep) => isOffice && OF_UNITS.includes(step)
  const order = [...STEP_ORDER.filter((step) => !isTheirs(step)), ...STEP_ORDER.filter(isTheirs)]
  const offers = order.flatMap((step): Offer[] => {
    const offer = item.steps.find((each) => each.step === step)
    return offer ? [{ ...offer, step }] : []
  })
  const allowed = offers.filter(({ isAllowed }) => isAllowed)
  const refused = offers.filter(({ isAllowed }) => !isAllowed)
  const isHeld = ({ step, code }: Offer) => possible.includes(step) && code !== 'ledger.step-of-others'
  return {
    allowed,
    next: allowed.find(({ step }) => ONWARD.includes(step) && !isTheirs(step))?.step,
    held: refused.filter(isHeld),
    notNow: refused.filter((offer) => !isHeld(offer)),
  }
}
