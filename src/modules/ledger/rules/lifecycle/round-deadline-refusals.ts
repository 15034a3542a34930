import type { Day } from '../../../../kernel/day.ts'
import { type CodedError, invalid } from '../../../../kernel/errors.ts'
import type { StepFacts } from './step-facts.ts'

/** A new round needs a deadline of its own that is not past. */
export function roundDeadlineRefusals(
  { item: { number }, today }: Pick<StepFacts, 'item' | 'today'>,
  dueOn: Day | undefined,
): CodedError[] {
  if (dueOn === undefined) return [invalid('ledger.round-deadline-missing', { number })]
  return dueOn < today ? [invalid('ledger.deadline-past', { number, dueOn, today })] : []
}
