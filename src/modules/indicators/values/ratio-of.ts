import type { Plan } from '../rules/formula/plan.ts'

/** What a formula divides by what, under roundings and factors; undefined where it is no ratio. */
export function ratioOf(plan: Plan): { numerator: Plan; denominator: Plan } | undefined {
  if (plan.op === 'divide' && plan.right.op !== 'constant')
    return { numerator: unscaled(plan.left), denominator: unscaled(plan.right) }
  if (plan.op === 'divide') return ratioOf(plan.left)
  if (plan.op === 'round' || plan.op === 'derived') return ratioOf(plan.of)
  if (plan.op !== 'multiply') return undefined
  if (plan.right.op === 'constant') return ratioOf(plan.left)
  return plan.left.op === 'constant' ? ratioOf(plan.right) : undefined
}

/** Without the power of ten that brings it to another unit of measure, or makes per cent of a share. */
function unscaled(plan: Plan): Plan {
  if (plan.op !== 'multiply') return plan
  if (isPowerOfTen(plan.right)) return unscaled(plan.left)
  return isPowerOfTen(plan.left) ? unscaled(plan.right) : plan
}

const isPowerOfTen = (plan: Plan) => plan.op === 'constant' && /^10*$/.test(String(plan.digits))
