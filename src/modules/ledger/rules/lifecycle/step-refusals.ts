import { type CodedError, conflict, forbidden } from '../../../../kernel/errors.ts'
import { isOwnDoing } from '../../../../kernel/own-doing.ts'
import { isAllowed } from '../../../../kernel/permissions.ts'
import { type ActionName, actionOf, actionsIn } from './events.ts'
import type { StepFacts } from './step-facts.ts'

type Guard = (facts: StepFacts) => CodedError[]

/** What stands against a step beside its state, whatever the person brings with it. */
const GUARDS: Partial<Record<ActionName, Guard>> = {
  dispatch: (facts) => [...nobodyResponsible(facts), ...deadlineMissing(facts)],
  decline: ({ item, today }) =>
    item.signBy !== null && today > item.signBy
      ? [conflict('ledger.decline-too-late', { number: item.number, signBy: item.signBy })]
      : [],
  reportCompletion: (facts) => [...dutiesOpen(facts), ...partsOpen(facts)],
  returnForRework: ownReport,
  close: (facts) => [...ownReport(facts), ...dutiesOpen(facts), ...partsOpen(facts)],
  recheck: ownReport,
  reopen: parentFinished,
  withdraw: partsOpen,
  askExtension: ({ item, pendingExtension }) =>
    pendingExtension ? [conflict('ledger.extension-waits', { number: item.number })] : [],
  decideExtension: ({ item, pendingExtension, actor }) => {
    if (!pendingExtension) return [conflict('ledger.no-extension-waits', { number: item.number })]
    const { askerId: by, inNameOf = [] } = pendingExtension
    const isOwn = isOwnDoing(actor, { ...judging('decideExtension', item), by, inNameOf })
    return isOwn ? [conflict('ledger.own-extension', { number: item.number })] : []
  },
}

/**
 * Everything that keeps the actor from a step now, as errors that are not thrown: one when it is not the actor's or the
 * state does not allow it, otherwise every obstacle. Empty when the step will succeed with what it asks for (`asksOf`).
 */
export function stepRefusals(name: ActionName, facts: StepFacts): CodedError[] {
  const { item, actor } = facts
  const action = actionOf(name)
  const { number, state } = item
  if (!isAllowed(actor.grants, action.permission, unitsConcerned(action.by, item))) {
    return [forbidden('ledger.step-of-others', { number, step: name, party: action.by })]
  }
  if (!action.in.includes(state) || (name === 'addEvidence' && takesNoEvidence(item))) {
    return [wrongState(name, item)]
  }
  return GUARDS[name]?.(facts) ?? []
}

function wrongState(name: ActionName, item: StepFacts['item']): CodedError {
  const { number, state } = item
  const possible = actionsIn(state).filter((each) => each !== 'addEvidence' || !takesNoEvidence(item))
  return conflict('ledger.wrong-state', { number, state, step: name, possible })
}

/** Closed, and no re-check is agreed. */
function takesNoEvidence({ state, recheckOn }: StepFacts['item']): boolean {
  return state === 'closed' && recheckOn === null
}

/** What judging another's work takes, for `isOwnDoing`. */
function judging(name: ActionName, item: StepFacts['item']) {
  const { permission, by } = actionOf(name)
  return { permission, unitIds: unitsConcerned(by, item) }
}

/** The units for one of which the actor must hold the permission. */
export function unitsConcerned(
  by: ReturnType<typeof actionOf>['by'],
  { leadUnitId, issuerUnitId, supportingUnitIds }: StepFacts['item'],
): (string | null)[] {
  if (by === 'lead') return [leadUnitId]
  if (by === 'units') return [leadUnitId, ...supportingUnitIds]
  return [leadUnitId, issuerUnitId]
}

/** A round begins by reopening, which an item above that is already over does not survive. */
export function parentFinished({ item, isParentFinished }: StepFacts): CodedError[] {
  return isParentFinished ? [conflict('ledger.parent-finished', { number: item.number })] : []
}

/** Who reported is not who verifies (DOMAIN.md 1.7), neither for somebody on leave nor by somebody's stand-in. */
function ownReport({ item, completion, actor }: StepFacts): CodedError[] {
  if (!completion) return []
  const { reporterId: by, inNameOf = [] } = completion
  const isOwn = isOwnDoing(actor, { ...judging('close', item), by, inNameOf })
  return isOwn ? [conflict('ledger.own-report', { number: item.number })] : []
}

function nobodyResponsible({ item }: StepFacts): CodedError[] {
  return item.leadUnitId === null ? [conflict('ledger.nobody-responsible', { number: item.number })] : []
}

function deadlineMissing({ item }: StepFacts): CodedError[] {
  const isMissing = item.dueOn === null && item.timeLimit === null
  return isMissing ? [conflict('ledger.deadline-missing', { number: item.number })] : []
}

function dutiesOpen({ item, duties }: StepFacts): CodedError[] {
  const open = duties.filter(
    ({ role, state }) => role === 'support' && state !== 'done' && state !== 'waived',
  )
  if (open.length === 0) return []
  return [conflict('ledger.duties-open', { number: item.number, unitIds: open.map(({ unitId }) => unitId) })]
}

function partsOpen({ item, parts }: StepFacts): CodedError[] {
  const open = parts.count - parts.closed
  return open > 0 ? [conflict('ledger.parts-open', { number: item.number, open })] : []
}
