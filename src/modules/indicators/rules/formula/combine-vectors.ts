import type { Scaled } from '../values/column.ts'
import { divideRounded, minus, plus, powerOfTen, times } from './decimals.ts'
import { WORKING_DECIMALS } from './plan.ts'
import type { ComparisonSign } from './syntax.ts'
import { type Missing, rounded, type Vector, withScale } from './vector.ts'

/** Two vectors value by value; where one is missing the result is, for the reason of the first. */
function combine(
  left: Vector,
  right: Vector,
  { scale, of }: { scale: number; of: (a: Scaled, b: Scaled, at: number) => Scaled | Missing },
): Vector {
  const values: (Scaled | null)[] = new Array(left.values.length)
  const missing: (Missing | undefined)[] = []
  for (let at = 0; at < values.length; at++) {
    const [a, b] = [left.values[at]!, right.values[at]!]
    const result = a === null ? left.missing[at] : b === null ? right.missing[at] : of(a, b, at)
    if (typeof result === 'number' || typeof result === 'bigint') values[at] = result
    else {
      values[at] = null
      missing[at] = result
    }
  }
  return { scale, values, missing, vintage: Math.max(left.vintage, right.vintage) }
}

export function add(left: Vector, right: Vector, sign: 1 | -1): Vector {
  const scale = Math.max(left.scale, right.scale)
  const of = sign === 1 ? plus : minus
  return combine(withScale(left, scale), withScale(right, scale), { scale, of })
}

export function multiply(left: Vector, right: Vector): Vector {
  const product = combine(left, right, { scale: left.scale + right.scale, of: times })
  return rounded(product, WORKING_DECIMALS)
}

export function divide(left: Vector, right: Vector, byZero: (at: number) => Missing): Vector {
  // Scales of operands never exceed the working decimals, so this exponent is not negative.
  const factor = powerOfTen(WORKING_DECIMALS + right.scale - left.scale)
  return combine(left, right, {
    scale: WORKING_DECIMALS,
    of: (a, b, at) => (b ? divideRounded(BigInt(a) * factor, BigInt(b)) : byZero(at)),
  })
}

/** The first that is not missing; where all are, the reason of the first. */
export function firstPresent(vectors: readonly Vector[]): Vector {
  const scale = Math.max(...vectors.map((vector) => vector.scale))
  const [first, ...others] = vectors.map((vector) => withScale(vector, scale))
  const values = first!.values.map(
    (value, at) => value ?? others.find(({ values }) => values[at] != null)?.values[at] ?? null,
  )
  return {
    scale,
    values,
    missing: first!.missing,
    vintage: Math.max(...vectors.map(({ vintage }) => vintage)),
  }
}

export function extreme(left: Vector, right: Vector, how: 'least' | 'greatest'): Vector {
  const scale = Math.max(left.scale, right.scale)
  const of = (a: Scaled, b: Scaled) => ((how === 'least' ? a < b : a > b) ? a : b)
  return combine(withScale(left, scale), withScale(right, scale), { scale, of })
}

/** 1 where the comparison holds, 0 where it does not. */
export function compare(left: Vector, right: Vector, sign: ComparisonSign): Vector {
  const scale = Math.max(left.scale, right.scale)
  const holds = HOLDS[sign]
  const of = (a: Scaled, b: Scaled) => (holds(a, b) ? 1 : 0)
  return { ...combine(withScale(left, scale), withScale(right, scale), { scale, of }), scale: 0 }
}

export function choose(test: Vector, whenTrue: Vector, whenFalse: Vector): Vector {
  const scale = Math.max(whenTrue.scale, whenFalse.scale)
  const [yes, no] = [withScale(whenTrue, scale), withScale(whenFalse, scale)]
  const missing: (Missing | undefined)[] = []
  const values = test.values.map((value, at) => {
    const source = value === null ? test : value === 1 ? yes : no
    const chosen = value === null ? null : source.values[at]!
    if (chosen === null) missing[at] = source.missing[at]
    return chosen
  })
  return { scale, values, missing, vintage: Math.max(test.vintage, yes.vintage, no.vintage) }
}

const HOLDS: Readonly<Record<ComparisonSign, (a: Scaled, b: Scaled) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => !(a < b || a > b),
  '<>': (a, b) => a < b || a > b,
}
