import { type CodedError, conflict, forbidden } from '../../../../kernel/errors.ts'
import { isAllowed } from '../../../../kernel/permissions.ts'
import type { DutyState, DutyStep } from '../../schema.ts'
import { DISPATCHED_STATES, type ItemState } from './machine.ts'
import type { StepFacts } from './step-facts.ts'

/** A supporting unit signs and finishes, the office waives. */
const STEPS: Readonly<Record<DutyStep, { from: readonly DutyState[]; permission: string }>> = {
  sign: { from: ['dispatched'], permission: 'ledger.work' },
  finish: { from: ['dispatched', 'signed'], permission: 'ledger.work' },
  waive: { from: ['dispatched', 'signed'], permission: 'ledger.dispatch' },
}

/** A unit's part is worked on also while the lead's completion report is looked at, but not while all stands still. */
const WORKED_ON: readonly ItemState[] = DISPATCHED_STATES.filter((state) => state !== 'suspended')

export function dutyPermission(step: DutyStep): string {
  return STEPS[step].permission
}

/** Everything that keeps the actor from a step of one unit's part; see `stepRefusals`. */
export function dutyRefusals(
  step: DutyStep,
  duty: StepFacts['duties'][number],
  { item, actor }: Pick<StepFacts, 'item' | 'actor'>,
): CodedError[] {
  const { from, permission } = STEPS[step]
  const { number, state } = item
  const unitIds = dutyUnits(step, item, duty.unitId)
  if (!isAllowed(actor.grants, permission, unitIds)) {
    return [forbidden('ledger.duty-of-others', { number, dutyStep: step, unitIds: [duty.unitId] })]
  }
  if (duty.role === 'lead') return [conflict('ledger.duty-of-lead', { number })]
  if (!WORKED_ON.includes(state)) {
    return [conflict('ledger.duty-stands-still', { number, state, dutyStep: step })]
  }
  if (from.includes(duty.state)) return []
  return [conflict('ledger.duty-state', { number, duty: duty.state, dutyStep: step })]
}

/** The units for one of which the actor must hold the permission of a step of one unit's part. */
export const dutyUnits = (
  step: DutyStep,
  { leadUnitId, issuerUnitId }: Pick<StepFacts['item'], 'leadUnitId' | 'issuerUnitId'>,
  unitId: string,
): (string | null)[] => (step === 'waive' ? [leadUnitId, issuerUnitId] : [unitId])
