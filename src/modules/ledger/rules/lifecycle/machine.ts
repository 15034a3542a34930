import { z } from 'zod'

/** States of an item (DOMAIN.md 1.7). Pressing, letters and notices are events, not states. */
export const ItemState = z.enum([
  'draft',
  'reviewed',
  'dispatched',
  'signed',
  'in-progress',
  'reported',
  'under-verification',
  'returned',
  'closed',
  'suspended',
  'withdrawn',
])
export type ItemState = z.infer<typeof ItemState>

/** Who takes a step: the office that runs the ledger, or the unit that leads the item. */
export type Party = 'office' | 'lead'

export interface Step {
  readonly from: readonly ItemState[]
  /** `before`: the state in which the item was suspended. */
  readonly to: ItemState | 'before'
  readonly by: Party
  readonly permission: string
  /** The step says why, in words that the journal keeps. */
  readonly needsReason?: true
}

const AT_WORK = ['signed', 'in-progress', 'returned'] as const satisfies readonly ItemState[]

/**
 * The life of an item, declared once: which step leads from which states where, who takes it, and under which
 * permission. Every command asks `stepRefusals`; the database refuses other successions (migration 0003, `may_follow`).
 */
export const MACHINE = {
  review: { from: ['draft'], to: 'reviewed', by: 'office', permission: 'ledger.dispatch' },
  sendBack: {
    from: ['reviewed'],
    to: 'draft',
    by: 'office',
    permission: 'ledger.dispatch',
    needsReason: true,
  },
  dispatch: { from: ['reviewed'], to: 'dispatched', by: 'office', permission: 'ledger.dispatch' },
  recall: {
    from: ['dispatched', ...AT_WORK],
    to: 'reviewed',
    by: 'office',
    permission: 'ledger.dispatch',
    needsReason: true,
  },
  sign: { from: ['dispatched'], to: 'signed', by: 'lead', permission: 'ledger.work' },
  decline: { from: ['dispatched'], to: 'reviewed', by: 'lead', permission: 'ledger.work', needsReason: true },
  reportProgress: {
    from: [...AT_WORK],
    to: 'in-progress',
    by: 'lead',
    permission: 'ledger.work',
  },
  reportCompletion: { from: [...AT_WORK], to: 'reported', by: 'lead', permission: 'ledger.work' },
  takeUp: { from: ['reported'], to: 'under-verification', by: 'office', permission: 'ledger.verify' },
  returnForRework: {
    from: ['reported', 'under-verification'],
    to: 'returned',
    by: 'office',
    permission: 'ledger.verify',
    needsReason: true,
  },
  close: { from: ['under-verification'], to: 'closed', by: 'office', permission: 'ledger.verify' },
  reopen: {
    from: ['closed'],
    to: 'in-progress',
    by: 'office',
    permission: 'ledger.verify',
    needsReason: true,
  },
  suspend: {
    from: ['dispatched', ...AT_WORK],
    to: 'suspended',
    by: 'office',
    permission: 'ledger.dispatch',
    needsReason: true,
  },
  resume: { from: ['suspended'], to: 'before', by: 'office', permission: 'ledger.dispatch' },
  withdraw: {
    from: ['draft', 'reviewed', 'dispatched', ...AT_WORK, 'reported', 'under-verification', 'suspended'],
    to: 'withdrawn',
    by: 'office',
    permission: 'ledger.dispatch',
    needsReason: true,
  },
} as const satisfies Record<string, Step>

export type StepName = keyof typeof MACHINE

/** States in which the clock runs against the item. */
export const OPEN_STATES: readonly ItemState[] = ItemState.options.filter(
  (state) => state !== 'closed' && state !== 'withdrawn',
)

/** States in which a unit works on the item or could: pressing, extensions and evidence make sense. */
export const DISPATCHED_STATES: readonly ItemState[] = [
  'dispatched',
  ...AT_WORK,
  'reported',
  'under-verification',
  'suspended',
]

/** Every succession of two different states that some step makes. */
export function successions(): [ItemState, ItemState][] {
  const pairs = Object.values(MACHINE).flatMap((step: Step) =>
    step.from.flatMap((from): [ItemState, ItemState][] =>
      step.to === 'before' ? MACHINE.suspend.from.map((before) => [from, before]) : [[from, step.to]],
    ),
  )
  const keys = new Map(pairs.filter(([from, to]) => from !== to).map((pair) => [pair.join('>'), pair]))
  return [...keys.values()]
}
