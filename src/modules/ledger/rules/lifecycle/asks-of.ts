import type { StepAsk } from '../../schema.ts'
import { type ActionName, actionOf } from './events.ts'
import type { StepFacts } from './step-facts.ts'

/** What a step cannot do without, as the item stands. */
export function asksOf(name: ActionName, facts: StepFacts): StepAsk[] {
  const { item, evidence, needsEvidence, parts, completion, actor } = facts
  const asks: StepAsk[] = []
  if (actionOf(name).needsReason) asks.push('reason')
  if (name === 'askExtension' || name === 'reopen') asks.push('deadline')
  if (name === 'reportProgress' && parts.count === 0) asks.push('progress')
  if (name === 'reportCompletion') {
    if (needsEvidence && evidence === 0) asks.push('evidence')
    if (item.criterion !== null) asks.push('value')
  }
  const verifies = name === 'close' || name === 'returnForRework' || name === 'recheck'
  if (verifies && completion !== null && completion.unitId === actor.unitId) asks.push('third-party')
  return asks
}
