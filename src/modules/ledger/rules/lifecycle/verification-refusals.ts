import { type CodedError, conflict, invalid } from '../../../../kernel/errors.ts'
import type { StepFacts } from './step-facts.ts'

export interface Verifying {
  readonly method: string
  readonly thirdParty: string
}

/**
 * What a verification itself lacks: a third party has a name, and whoever belongs to the unit that reported verifies
 * its work only together with one.
 */
export function verificationRefusals(
  { item, completion, actor }: Pick<StepFacts, 'item' | 'completion' | 'actor'>,
  { method, thirdParty }: Verifying,
): CodedError[] {
  const { number } = item
  const isByThirdParty = method === 'third-party'
  if (isByThirdParty && thirdParty === '') return [invalid('ledger.third-party-missing', { number })]
  const isOfUnit = completion !== null && completion.unitId === actor.unitId
  return isOfUnit && !isByThirdParty ? [conflict('ledger.verifier-of-unit', { number })] : []
}
