import type { Day } from '../../../../kernel/day.ts'
import { dayNumber } from '../../../../kernel/day-number.ts'
import type { Fraction } from './fraction.ts'
import type { Plan } from './plan.ts'
import { expectedOn, type PlanDays, planLine } from './plan-line.ts'

/**
 * The progress that a plan expects by the end of a day; null when a linear plan lacks its start or its deadline.
 * Linear: the share of the time passed. Nodes: the progress of the last node whose day has come, so a step at each node
 * and nothing before the first; who wants the way between two nodes measured names more nodes.
 */
export function expectedProgress(plan: Plan, days: PlanDays, asOf: Day): Fraction | null {
  const line = planLine(plan, days)
  return line && { numerator: expectedOn(line, dayNumber(asOf)), denominator: line.denominator }
}
