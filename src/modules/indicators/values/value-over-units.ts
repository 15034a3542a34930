import { evaluateFormula } from '../rules/formula/evaluate-formula.ts'
import type { Plan } from '../rules/formula/plan.ts'
import type { TimePeriod } from '../rules/period/time-period.ts'
import { formatScaled } from '../rules/values/format-scaled.ts'
import type { Computing } from './computed-values.ts'
import { knownPeriod } from './known-period.ts'
import { ratioOf } from './ratio-of.ts'

/** What an indicator comes to over several units; each null as soon as one unit's value is missing. */
export interface ValueOverUnits {
  readonly value: string | null
  /** Of a ratio of sums. */
  readonly numerator: string | null
  readonly denominator: string | null
}

interface Over {
  readonly plan: Plan
  readonly how: 'sum' | 'mean' | 'ratio'
  readonly period: TimePeriod
  readonly members: readonly number[]
}

/** The sum or mean of the units' values, or the ratio of what is summed above and below the line. Blocks must be loaded. */
export function valueOverUnits({ units, columns }: Computing, over: Over): ValueOverUnits | undefined {
  const { plan, how, period, members } = over
  const sides = how === 'ratio' ? ratioOf(plan) : undefined
  const whole = how === 'ratio' ? ratioOfSums(plan) : ({ op: 'over-units', of: plan, how } as const)
  if (!whole || members.length === 0) return undefined
  const computed = (asked: Plan): string | null => {
    const [column] = evaluateFormula({
      plan: asked,
      periods: [knownPeriod(period).number],
      units: members.slice(0, 1),
      cohort: members,
      parentOf: (unit) => units.parentOf.get(unit),
      columnOf: (indicator, at) => columns.at(indicator, at),
    })
    const value = column?.values[0]
    return value == null ? null : formatScaled(value, column!.scale)
  }
  const sumOf = (side: Plan | undefined) =>
    side ? computed({ op: 'over-units', of: side, how: 'sum' }) : null
  return {
    value: computed(whole),
    numerator: sumOf(sides?.numerator),
    denominator: sumOf(sides?.denominator),
  }
}

/** The same quotient over all units, under its roundings and factors; undefined for what is no quotient. */
function ratioOfSums(plan: Plan): Plan | undefined {
  const inside = (part: Plan, make: (made: Plan) => Plan) => {
    const made = ratioOfSums(part)
    return made && make(made)
  }
  if (plan.op === 'derived' || plan.op === 'round') return inside(plan.of, (of) => ({ ...plan, of }))
  if (plan.op === 'divide' && plan.right.op !== 'constant') {
    const sum = (of: Plan): Plan => ({ op: 'over-units', of, how: 'sum' })
    return { op: 'divide', left: sum(plan.left), right: sum(plan.right) }
  }
  if (plan.op !== 'divide' && plan.op !== 'multiply') return undefined
  if (plan.right.op === 'constant') return inside(plan.left, (left) => ({ ...plan, left }))
  return plan.op === 'multiply' && plan.left.op === 'constant'
    ? inside(plan.right, (right) => ({ ...plan, right }))
    : undefined
}
