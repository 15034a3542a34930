import { productOf } from '../measure/products.ts'
import {
  asNumber,
  isPoints,
  isRate,
  nameOf,
  pointsOfRate,
  rateOfPoints,
  requireMeasure,
} from './convert-part.ts'
import type { Syntax } from './syntax.ts'
import { type Check, combined, type Typed, wrong } from './typed.ts'

type Arithmetic = Extract<Syntax, { kind: 'arithmetic' }>

/** The unit of measure of a sum, difference, product or quotient, with what is converted on the way. */
export function checkArithmetic(
  check: Check,
  node: Arithmetic,
  { left, right }: { left: Typed; right: Typed },
): Typed | undefined {
  return node.sign === '+' || node.sign === '-'
    ? checkSum(check, node, { left, right })
    : checkProduct(check, node, { left, right })
}

function checkSum(
  check: Check,
  node: Arithmetic,
  { left, right }: { left: Typed; right: Typed },
): Typed | undefined {
  const bare = left.isLiteral ? right : right.isLiteral ? left : undefined
  // A number beside a ratio needs no unit; beside 亿元 nobody can know what it counts.
  if (bare && !bare.isLiteral && bare.measure.terms.length > 0)
    return wrong(check, left.isLiteral ? node.left : node.right, 'indicators.formula-number-needs-unit', {
      unit: nameOf(bare.measure),
    })
  if (isPoints(left.measure) && isRate(right.measure) && node.sign === '-')
    return wrong(check, node, 'indicators.formula-points-minus-rate', { left: nameOf(left.measure) })
  if (left.isCurrent !== right.isCurrent && left.isConstant !== right.isConstant)
    return wrong(check, node, 'indicators.formula-price-mixed')
  const [first, second] = [withoutPoints(left), withoutPoints(right)]
  const target = left.isLiteral ? second.measure : first.measure
  const fitting = fit(check, node, { first, second, target })
  if (!fitting) return undefined
  const op = node.sign === '+' ? 'add' : 'subtract'
  const plan = { op, left: fitting[0].plan, right: fitting[1].plan } as const
  return combined(check, node, { plan, measure: sumMeasure(node, { left, right, target }), of: fitting })
}

function fit(
  check: Check,
  node: Arithmetic,
  { first, second, target }: { first: Typed; second: Typed; target: Typed['measure'] },
): [Typed, Typed] | undefined {
  const one = requireMeasure(check, node, { part: first, measure: target })
  const other = one && requireMeasure(check, node, { part: second, measure: target })
  return other && [one, other]
}

/** Points are added to rates as they stand: 5 % + 2 百分点 = 7 %. */
function withoutPoints(part: Typed): Typed {
  return isPoints(part.measure) ? { ...part, measure: rateOfPoints(part.measure) } : part
}

/** % − % and 百分点 ± 百分点 are points; % ± 百分点 and % + % are rates. */
function sumMeasure(
  node: Arithmetic,
  { left, right, target }: { left: Typed; right: Typed; target: Typed['measure'] },
): Typed['measure'] {
  if (!isRate(target)) return target
  const points = [left, right].filter(({ measure }) => isPoints(measure)).length
  const isDifference = node.sign === '-' && points === 0
  return points === 2 || isDifference ? pointsOfRate(target) : target
}

function checkProduct(
  check: Check,
  node: Arithmetic,
  { left, right }: { left: Typed; right: Typed },
): Typed | undefined {
  // A rate times or through a plain number stays a rate; with anything else it counts as the number that it is.
  const keepsRate = left.isLiteral !== right.isLiteral && !(node.sign === '/' && left.isLiteral)
  const [first, second] = keepsRate ? [left, right] : [asNumber(left), asNumber(right)]
  const op = node.sign === '*' ? 'multiply' : 'divide'
  const measure = productOf(first.measure, second.measure, node.sign === '*' ? 1 : -1)
  return combined(check, node, {
    plan: { op, left: first.plan, right: second.plan },
    measure,
    of: [first, second],
  })
}
