import type { Day } from '../../../../kernel/day.ts'
import { type CodedError, conflict, invalid } from '../../../../kernel/errors.ts'
import { planFaults } from '../clock/plan-faults.ts'
import { RUNNING_STATES } from './events.ts'
import type { StepFacts } from './step-facts.ts'

type Facts = Pick<StepFacts, 'item' | 'today'>

/**
 * What is wrong with a new deadline for an item: it is another day, not past, not before the start, and leaves the plan
 * sound. An earlier day is as good as a later one: it takes the same two people.
 */
export function deadlineRefusals({ item, today }: Facts, dueOn: Day): CodedError[] {
  const { number, startOn, plan } = item
  if (dueOn === item.dueOn) return [invalid('ledger.extension-same-day', { number, dueOn })]
  if (dueOn < today) return [invalid('ledger.deadline-past', { number, dueOn, today })]
  if (startOn !== null && dueOn < startOn) return [invalid('ledger.start-after-due', { startOn, dueOn })]
  return planFaults(plan, { startOn, dueOn }).map(({ code, details }) => invalid(code, details))
}

/** What keeps a request from being approved: the clock must run, and the day must still be possible. */
export function approvalRefusals({ item, today }: Facts, toDue: Day): CodedError[] {
  const { number, state } = item
  if (!RUNNING_STATES.includes(state)) return [conflict('ledger.clock-stands', { number, state })]
  return deadlineRefusals({ item, today }, toDue)
}
