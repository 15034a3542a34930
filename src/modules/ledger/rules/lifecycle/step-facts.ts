import type { Actor } from '../../../../kernel/context.ts'
import type { Day } from '../../../../kernel/day.ts'
import type { DutyState, Item } from '../../schema.ts'

/** All that decides whether a step may be taken now, loaded once for every step of an item. */
export interface StepFacts {
  readonly today: Day
  readonly actor: Pick<Actor, 'userId' | 'unitId' | 'grants'>
  readonly item: Omit<Item, 'light' | 'expected' | 'daysLate'> & { readonly issuerUnitId: string | null }
  readonly duties: readonly {
    readonly unitId: string
    readonly role: 'lead' | 'support'
    readonly state: DutyState
  }[]
  /** Parts that are not withdrawn, seen by the actor or not. */
  readonly parts: { readonly count: number; readonly closed: number }
  /** The item hangs under one that is closed or withdrawn. */
  readonly isParentFinished: boolean
  /** Pieces of evidence of the round. */
  readonly evidence: number
  readonly needsEvidence: boolean
  /** The newest completion report of the round. */
  readonly completion: {
    readonly reporterId: string
    readonly unitId: string
    /** For whom it was reported, when somebody stood in. */
    readonly inNameOf?: readonly string[]
  } | null
  readonly pendingExtension: { readonly askerId: string; readonly inNameOf?: readonly string[] } | null
}
