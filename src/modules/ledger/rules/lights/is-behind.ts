import { expectedOn } from '../clock/plan-line.ts'
import type { Condition } from './condition.ts'
import type { ClockNumbers } from './light-facts.ts'

/** Conditions that compare progress with the plan; what the rest wait for is a day. */
export type BehindCondition = Extract<Condition, { kind: 'points-behind' | 'behind' | 'ratio-below' }>

export function isBehindCondition(condition: Condition): condition is BehindCondition {
  return condition.kind === 'points-behind' || condition.kind === 'behind' || condition.kind === 'ratio-below'
}

/**
 * Whether the item is so far behind by the end of a day. Exact: both sides are whole numbers, 10 000 × numerator below
 * 2⁵³ for plans of up to 190 000 years. What is expected never falls, so this stays true once it is.
 */
export function isBehind(condition: BehindCondition, facts: ClockNumbers, day: number): boolean {
  const { line, hundredths } = facts
  if (line === null || line.lastDay - (facts.startDay ?? line.firstDay) + 1 < (condition.minDays ?? 0))
    return false
  const expected = expectedOn(line, day)
  switch (condition.kind) {
    case 'behind':
      return 10_000 * expected > hundredths * line.denominator
    case 'points-behind': {
      const threshold = (hundredths + Math.round(condition.points * 100)) * line.denominator
      return condition.than === 'at-least' ? 10_000 * expected >= threshold : 10_000 * expected > threshold
    }
    case 'ratio-below':
      return hundredths * line.denominator < Math.round(condition.percent * 100) * expected
  }
}
