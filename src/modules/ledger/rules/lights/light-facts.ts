import type { Day } from '../../../../kernel/day.ts'
import { dayNumber } from '../../../../kernel/day-number.ts'
import type { Plan } from '../clock/plan.ts'
import { type PlanLine, planLine } from '../clock/plan-line.ts'
import type { RuleLight } from './light.ts'

/** What the rules for lights need to know of an item. */
export interface LightFacts {
  readonly state: 'open' | 'suspended' | 'closed' | 'withdrawn' | 'not-dispatched'
  readonly startOn: Day | null
  readonly dueOn: Day | null
  /** Per cent, at most two decimals. */
  readonly progress: number
  readonly hasStarted: boolean
  readonly plan: Plan
  /** A completion report is in: the item's clock stands still from this day. */
  readonly reportedOn: Day | null
  /** Closed late in some round. */
  readonly wasLate: boolean
  /** The strongest notice issued in this round, with the day from which it counts. */
  readonly notice: { readonly colour: RuleLight; readonly on: Day } | null
}

/** The facts as numbers, read once and asked by every rule for many days. */
export interface ClockNumbers {
  readonly hundredths: number
  readonly line: PlanLine | null
  readonly startDay: number | null
  readonly dueDay: number | null
  readonly standsFrom: number
}

export function clockNumbers(facts: LightFacts): ClockNumbers {
  const { startOn, dueOn, reportedOn } = facts
  return {
    hundredths: Math.round(facts.progress * 100),
    line: planLine(facts.plan, facts),
    startDay: startOn === null ? null : dayNumber(startOn),
    dueDay: dueOn === null ? null : dayNumber(dueOn),
    standsFrom: reportedOn === null ? Infinity : dayNumber(reportedOn),
  }
}
