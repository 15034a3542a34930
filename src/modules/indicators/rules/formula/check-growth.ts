import { checkArguments, inOneMeasure, wholeNumber } from './check-arguments.ts'
import { constant, isPoints, isRate, PERCENT, POINTS, pointsOfRate } from './convert-part.ts'
import type { Plan } from './plan.ts'
import { problemAt } from './problem.ts'
import type { Call, CheckFunction } from './typed.ts'
import { type Check, combined, type Typed, wrong } from './typed.ts'

type Key = 'yoy' | 'pop' | 'change' | 'lastyear' | 'lag' | 'contribution' | 'pull'

/**
 * 同比, 环比, 比上年同期, 上年同期, 前期, 贡献率, 拉动. A growth rate on a base of zero or below says nothing and is
 * missing; a rate's growth is stated in points, so 同比 of one is refused. Contribution = the part's increase ÷ the whole's;
 * pull = growth of the whole × contribution = the part's increase ÷ the whole's base (DOMAIN 9.1).
 */
export function checkGrowth(key: Key): CheckFunction {
  return (check, node, checkPart) => {
    const operands = node.args.slice(0, key === 'contribution' || key === 'pull' ? 2 : 1)
    const parts = checkArguments(check, operands, checkPart)
    const [first] = parts ?? []
    if (!parts || !first) return undefined
    const step = stepOf(check, node, { key, first })
    if (!step) return undefined
    if (key === 'lag' || key === 'lastyear' || key === 'change')
      return levelBefore(check, node, { key, first, step })
    if (parts.some(({ measure }) => isRate(measure) || isPoints(measure)))
      return wrong(check, node, 'indicators.formula-growth-of-rate', { name: node.name })
    if (parts.some(({ isCurrent }) => isCurrent))
      check.notes.push(problemAt(node, 'indicators.formula-nominal-growth', { name: node.name }))
    const fitting = inOneMeasure(check, node, parts)
    if (!fitting) return undefined
    const [part, whole] = fitting.parts.map(({ plan }) => plan)
    const plan = growthPlan(key, { part: part!, whole: whole ?? part!, step })
    return combined(check, node, { plan, measure: key === 'pull' ? POINTS : PERCENT, of: fitting.parts })
  }
}

interface Step {
  readonly years: number
  readonly periods: number
}

function growthPlan(key: Key, { part, whole, step }: { part: Plan; whole: Plan; step: Step }): Plan {
  const before = (of: Plan): Plan => ({ op: 'earlier', of, ...step })
  const increase = (of: Plan): Plan => ({ op: 'subtract', left: of, right: before(of) })
  const base: Plan = key === 'contribution' ? increase(whole) : { op: 'positive', of: before(whole) }
  const hundredfold: Plan = { op: 'multiply', left: increase(part), right: constant(100n) }
  return { op: 'divide', left: hundredfold, right: base }
}

function levelBefore(
  check: Check,
  node: Call,
  { key, first, step }: { key: Key; first: Typed; step: Step },
): Typed | undefined {
  const earlier: Plan = { op: 'earlier', of: first.plan, ...step }
  if (key !== 'change') return combined(check, node, { plan: earlier, measure: first.measure, of: [first] })
  const measure = isRate(first.measure) ? pointsOfRate(first.measure) : first.measure
  return combined(check, node, {
    plan: { op: 'subtract', left: first.plan, right: earlier },
    measure,
    of: [first],
  })
}

/** How far back, or a problem: a cumulative series has a same window last year, but no previous one to grow on. */
function stepOf(check: Check, node: Call, { key, first }: { key: Key; first: Typed }): Step | undefined {
  if (first.isLiteral || first.frequency === null)
    return wrong(check, node, 'indicators.formula-needs-series', { name: node.name })
  if (key === 'lag' || key === 'pop') {
    if (first.frequency === 'cumulative')
      return wrong(check, node, 'indicators.formula-no-previous', { name: node.name })
    const periods = key === 'pop' ? 1 : wholeNumber(check, node, { at: 1, least: 1, most: 1000 })
    return periods === undefined ? undefined : { years: 0, periods }
  }
  if (key !== 'lastyear' || node.args.length === 1) return { years: 1, periods: 0 }
  const years = wholeNumber(check, node, { at: 1, least: 1, most: 100 })
  return years === undefined ? undefined : { years, periods: 0 }
}
