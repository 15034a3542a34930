import { type CodedError, conflict, invalid } from '../../../../kernel/errors.ts'
import { meetsCriterion } from './meets-criterion.ts'
import type { StepFacts } from './step-facts.ts'

/** What a completion report itself lacks, beside what `stepRefusals` says of the item. */
export function completionRefusals(
  { item, evidence, needsEvidence }: Pick<StepFacts, 'item' | 'evidence' | 'needsEvidence'>,
  value: string | undefined,
): CodedError[] {
  const { number, criterion } = item
  const refusals: CodedError[] = []
  if (needsEvidence && evidence === 0) refusals.push(conflict('ledger.evidence-missing', { number }))
  if (criterion === null) return refusals
  const { indicator, direction, target, unitOfMeasure } = criterion
  const wanted = { number, indicator, direction, target, unitOfMeasure }
  if (value === undefined) refusals.push(invalid('ledger.value-missing', wanted))
  else if (!meetsCriterion(criterion, value)) {
    refusals.push(conflict('ledger.criterion-not-met', { ...wanted, value }))
  }
  return refusals
}
