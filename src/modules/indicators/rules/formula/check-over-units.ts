import { checkArguments, inOneMeasure } from './check-arguments.ts'
import { constant, isPoints, isRate, PERCENT } from './convert-part.ts'
import type { Plan } from './plan.ts'
import type { CheckFunction } from './typed.ts'
import { combined, wrong } from './typed.ts'

/**
 * 占比, 合计, 平均, 最小, 最大. With one argument over all units of the table (占比: of the unit above); with several of the
 * arguments. Rates are not added up over units, nor what the indicator does not declare as a sum.
 */
export function checkOverUnits(key: 'share' | 'sum' | 'mean' | 'min' | 'max'): CheckFunction {
  return (check, node, checkPart) => {
    const parts = checkArguments(check, node.args, checkPart)
    const fitting = parts && inOneMeasure(check, node, parts)
    const [first, second] = fitting?.parts ?? []
    if (!fitting || !first) return undefined
    const plans = fitting.parts.map(({ plan }) => plan)
    const measure = key === 'share' ? PERCENT : fitting.measure
    if (key === 'sum' || (key === 'share' && !second)) {
      const { indicator } = first
      if (isRate(fitting.measure) || isPoints(fitting.measure))
        return wrong(check, node, 'indicators.formula-sum-of-rates', { name: node.name })
      if (indicator && indicator.overUnits !== 'sum')
        return wrong(check, node, 'indicators.formula-not-additive', {
          name: node.name,
          code: indicator.code,
        })
    }
    return combined(check, node, { plan: planOf(key, plans), measure, of: fitting.parts })
  }
}

function planOf(key: 'share' | 'sum' | 'mean' | 'min' | 'max', plans: readonly Plan[]): Plan {
  const [first, second] = plans as [Plan, Plan | undefined]
  if (key === 'share') {
    const left: Plan = { op: 'multiply', left: first, right: constant(100n) }
    return { op: 'divide', left, right: second ?? { op: 'of-parent', of: first } }
  }
  if (key === 'sum' || !second) return { op: 'over-units', of: first, how: key }
  if (key !== 'mean') return { op: key === 'min' ? 'least' : 'greatest', of: plans }
  const left = plans.reduce((sum, plan): Plan => ({ op: 'add', left: sum, right: plan }))
  return { op: 'divide', left, right: constant(BigInt(plans.length)) }
}
