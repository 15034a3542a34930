import { periodNumber, periodOfNumber } from '../period/period-number.ts'
import type { Column, Scaled } from '../values/column.ts'
import { add, choose, compare, divide, extreme, firstPresent, multiply } from './combine-vectors.ts'
import { plus, scaledOf } from './decimals.ts'
import { sourcePeriods } from './operands-of.ts'
import { type OverUnits, type Plan, RESULT_DECIMALS } from './plan.ts'
import { type Missing, NOTHING_MISSING, rounded, type Vector } from './vector.ts'
import { withParents } from './with-parents.ts'

export interface EvaluationInput {
  /** Numbers of the measured units to be computed, ascending. */
  readonly units: readonly number[]
  /** Those that 合计, 平均 … go over; the same units unless said. */
  readonly cohort?: readonly number[]
  /** The unit above, for 占比(x). */
  readonly parentOf?: (unit: number) => number | undefined
  /** The published values of an indicator in a period, as of the vintage that is asked for. */
  readonly columnOf: (indicator: number, period: number) => Column | undefined
}

export interface Evaluation {
  vectorOf(plan: Plan, period: number): Vector
  /** Where these units stand in a vector. */
  placesOf(units: readonly number[]): readonly number[]
}

/** Evaluates each part of a plan once for each period, for all units at once. */
export function makeEvaluation(input: EvaluationInput): Evaluation {
  const cohort = input.cohort ?? input.units
  const universe = Int32Array.from(withParents([...input.units, ...cohort], input.parentOf)).sort()
  const placeOf = new Map([...universe].map((unit, at) => [unit, at]))
  const places = (units: readonly number[]) => units.map((unit) => placeOf.get(unit)!)
  const cohortPlaces = places(cohort)
  const cache = new Map<Plan, Map<number, Vector>>()
  const unitAt = (at: number) => universe[at]!

  function vectorOf(plan: Plan, period: number): Vector {
    const byPeriod = cache.get(plan) ?? new Map<number, Vector>()
    cache.set(plan, byPeriod)
    const vector = byPeriod.get(period) ?? compute(plan, period)
    byPeriod.set(period, vector)
    return vector
  }

  function compute(plan: Plan, period: number): Vector {
    const of = (part: Plan) => vectorOf(part, period)
    switch (plan.op) {
      case 'constant':
        return all({ value: scaledOf(plan.digits), scale: plan.scale })
      case 'cell':
        return cells(plan.indicator, period, input.columnOf(plan.number, period))
      case 'derived':
        return rounded(of(plan.of), RESULT_DECIMALS)
      case 'add':
        return add(of(plan.left), of(plan.right), 1)
      case 'subtract':
        return add(of(plan.left), of(plan.right), -1)
      case 'multiply':
        return multiply(of(plan.left), of(plan.right))
      case 'divide':
        return divide(of(plan.left), of(plan.right), (at) => ({
          reason: 'division-by-zero',
          unit: unitAt(at),
          period,
        }))
      case 'positive':
        return positive(of(plan.of), period)
      case 'round':
        return rounded(of(plan.of), plan.places)
      case 'earlier':
      case 'aligned':
      case 'decumulate':
      case 'gather':
        return moved(plan, period)
      case 'over-units':
        return overUnits(of(plan.of), plan.how)
      case 'of-parent':
        return ofParent(of(plan.of), period)
      case 'coalesce':
        return firstPresent(plan.of.map(of))
      case 'least':
      case 'greatest':
        return plan.of.map(of).reduce((best, next) => extreme(best, next, plan.op as 'least' | 'greatest'))
      case 'if':
        return choose(
          compare(of(plan.left), of(plan.right), plan.sign),
          of(plan.whenTrue),
          of(plan.whenFalse),
        )
    }
  }

  function all({ value, scale, missing, vintage = 0 }: Same): Vector {
    const values = new Array(universe.length).fill(value)
    const reasons = missing ? Array.from(universe, missing) : NOTHING_MISSING
    return { scale, values, missing: reasons, vintage }
  }

  function cells(indicator: string, period: number, column: Column | undefined): Vector {
    const values: (Scaled | null)[] = new Array(universe.length)
    const missing: (Missing | undefined)[] = []
    const units = column?.units ?? []
    let from = 0
    for (let at = 0; at < universe.length; at++) {
      const unit = universe[at]!
      while (from < units.length && units[from]! < unit) from++
      const value = units[from] === unit ? column!.values[from]! : null
      values[at] = value
      if (value === null) missing[at] = { reason: 'no-value', indicator, unit, period }
    }
    return { scale: column?.scale ?? 0, values, missing, vintage: column?.vintage ?? 0 }
  }

  function positive(vector: Vector, period: number): Vector {
    const missing = [...vector.missing]
    const values = vector.values.map((value, at) => {
      if (value === null || value > 0) return value
      missing[at] = { reason: 'base-not-positive', unit: unitAt(at), period }
      return null
    })
    return { ...vector, values, missing }
  }

  function moved(
    plan: Extract<Plan, { op: 'earlier' | 'aligned' | 'decumulate' | 'gather' }>,
    period: number,
  ): Vector {
    const at = periodOfNumber(period)
    const sources = at ? sourcePeriods(plan, at) : []
    const vectors = sources.map((source) => vectorOf(plan.of, periodNumber(source)))
    const [first, second] = vectors
    if (!first)
      return all({ value: null, scale: 0, missing: (unit) => ({ reason: 'no-period', unit, period }) })
    if (plan.op === 'decumulate') return second ? add(first, second, -1) : first
    if (plan.op !== 'gather' || plan.how === 'last') return first
    const sum = vectors.reduce((total, next) => add(total, next, 1))
    return plan.how === 'sum' ? sum : shared(sum, vectors.length)
  }

  function shared(sum: Vector, count: number): Vector {
    const divisor = all({ value: count, scale: 0 })
    return divide(sum, divisor, () => {
      throw new RangeError('a mean is of at least one value')
    })
  }

  /** One value for everybody; missing as soon as one unit's is. */
  function overUnits(vector: Vector, how: OverUnits): Vector {
    const { scale, vintage } = vector
    const absent = cohortPlaces.find((place) => vector.values[place] === null)
    if (absent !== undefined || cohortPlaces.length === 0) {
      const reason = absent === undefined ? undefined : vector.missing[absent]
      return all({ value: null, scale: 0, vintage, missing: () => reason })
    }
    const values = cohortPlaces.map((place) => vector.values[place]!)
    if (how === 'min' || how === 'max') {
      const best = values.reduce((one, next) => ((how === 'min' ? next < one : next > one) ? next : one))
      return all({ value: best, scale, vintage })
    }
    const sum = all({ value: values.reduce(plus, 0), scale, vintage })
    return how === 'sum' ? sum : shared(sum, values.length)
  }

  function ofParent(vector: Vector, period: number): Vector {
    const missing: (Missing | undefined)[] = []
    const values = Array.from(universe, (unit, at) => {
      const parent = input.parentOf?.(unit)
      const place = parent === undefined ? undefined : placeOf.get(parent)
      const value = place === undefined ? null : vector.values[place]!
      if (value === null)
        missing[at] = place === undefined ? { reason: 'no-parent', unit, period } : vector.missing[place]
      return value
    })
    return { ...vector, values, missing }
  }

  return { vectorOf, placesOf: places }
}

interface Same {
  readonly value: Scaled | null
  readonly scale: number
  readonly missing?: (unit: number) => Missing | undefined
  readonly vintage?: number
}
