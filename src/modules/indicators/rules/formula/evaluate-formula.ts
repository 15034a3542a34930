import type { Column } from '../values/column.ts'
import { narrow } from '../values/rescale.ts'
import { type EvaluationInput, makeEvaluation } from './evaluation.ts'
import { type Plan, RESULT_DECIMALS } from './plan.ts'
import { type Missing, rounded } from './vector.ts'

export interface EvaluateFormula extends EvaluationInput {
  readonly plan: Plan
  /** Period numbers. */
  readonly periods: readonly number[]
}

/** A computed column: values rounded to 12 decimals, and why there is none, unit by unit. */
export interface ComputedColumn extends Column {
  readonly missing: readonly (Missing | undefined)[]
}

/**
 * Computes a formula for all units in each period, in the order in which the periods were given. Exact decimals, see
 * `Plan`; a missing operand makes the result missing with its reason.
 */
export function evaluateFormula(input: EvaluateFormula): ComputedColumn[] {
  const { plan, periods, units } = input
  const evaluation = makeEvaluation(input)
  return periods.map((period) => {
    const vector = rounded(evaluation.vectorOf(plan, period), RESULT_DECIMALS)
    const at = evaluation.placesOf(units)
    return {
      period,
      scale: vector.scale,
      units,
      values: narrow(at.map((place) => vector.values[place]!)),
      vintage: vector.vintage,
      missing: at.map((place) => (vector.values[place] === null ? vector.missing[place] : undefined)),
    }
  })
}
