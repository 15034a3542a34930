import type { Day } from '../../../../kernel/day.ts'
import type { Item } from '../../schema.ts'
import type { ImportedItem } from './imported-item.ts'

/** Marks of a life that began before the item was in this ledger. */
export type TakenOver = Pick<
  Item,
  | 'state'
  | 'stateBefore'
  | 'progress'
  | 'dispatchedOn'
  | 'signedOn'
  | 'startedOn'
  | 'reportedOn'
  | 'finishedOn'
  | 'closedOn'
  | 'suspendedOn'
  | 'firstDueOn'
  | 'wasLate'
  | 'returnedCount'
>

const UNSIGNED: readonly Item['state'][] = ['draft', 'reviewed', 'dispatched']

/**
 * Where a new item of a sheet stands: as listed, or a draft when states are not taken over. A day of dispatch that the
 * sheet does not tell is that of its issue, or of what it tells to have followed; a day of signing is not made up, so that
 * no median counts it. What was finished after its deadline was late, for ever (invariant 3).
 */
export function takeOver(
  { standing, fields }: Pick<ImportedItem, 'standing' | 'fields'>,
  { today, takesOver }: { today: Day; takesOver: boolean },
): TakenOver {
  const firstDueOn = earliest(standing.firstDueOn, fields.dueOn)
  const draft = { ...NOTHING_YET, firstDueOn }
  const state = standing.state ?? 'draft'
  if (!takesOver || state === 'draft' || state === 'reviewed')
    return { ...draft, state: takesOver ? state : 'draft' }
  const signedOn = UNSIGNED.includes(state) ? null : standing.signedOn
  const dispatchedOn =
    standing.dispatchedOn ??
    earliestOf(fields.issuedOn ?? today, [signedOn, standing.finishedOn, standing.closedOn])
  const isStarted = !UNSIGNED.includes(state) && state !== 'signed'
  const isReported = state === 'reported' || state === 'under-verification'
  const isClosed = state === 'closed'
  const finishedOn = isClosed ? (standing.finishedOn ?? standing.closedOn) : null
  return {
    ...draft,
    state,
    stateBefore: state === 'suspended' ? 'in-progress' : null,
    progress: isClosed ? 100 : (standing.progress ?? 0),
    dispatchedOn,
    signedOn,
    startedOn: isStarted ? (signedOn ?? dispatchedOn) : null,
    reportedOn: isReported ? (standing.finishedOn ?? today) : null,
    finishedOn,
    closedOn: isClosed ? (standing.closedOn ?? standing.finishedOn) : null,
    suspendedOn: state === 'suspended' ? today : null,
    wasLate: standing.wasLate || (finishedOn !== null && fields.dueOn !== null && finishedOn > fields.dueOn),
    returnedCount: state === 'returned' ? 1 : 0,
  }
}

const NOTHING_YET: Omit<TakenOver, 'firstDueOn'> = {
  state: 'draft',
  stateBefore: null,
  progress: 0,
  dispatchedOn: null,
  signedOn: null,
  startedOn: null,
  reportedOn: null,
  finishedOn: null,
  closedOn: null,
  suspendedOn: null,
  wasLate: false,
  returnedCount: 0,
}

function earliestOf(day: Day, others: readonly (Day | null)[]): Day {
  return others.reduce<Day>((first, other) => (other !== null && other < first ? other : first), day)
}

/** The first deadline that the sheet tells counts only where there is a deadline at all. */
function earliest(listed: Day | null, dueOn: Day | null): Day | null {
  return dueOn === null ? listed : (listed ?? dueOn)
}
