import type { PeriodKind } from '../period/time-period.ts'
import { checkArguments } from './check-arguments.ts'
import { gatherPlan } from './gather-plan.ts'
import { type CheckFunction, combined, wrong } from './typed.ts'

/**
 * 累计, 月度值, 季度值, 半年值, 年度值: another kind of period, as the indicator itself declares (sum, mean, last, ratio).
 * Only an indicator has declared anything, so its name must stand there. A cumulative series that is declared as a sum is
 * taken apart: 1—11月 less 1—10月 is November.
 */
export function checkGathering(target: PeriodKind): CheckFunction {
  return (check, node, checkPart) => {
    const [part] = checkArguments(check, node.args, checkPart) ?? []
    if (!part) return undefined
    const { indicator } = part
    if (!indicator || part.frequency === null)
      return wrong(check, node, 'indicators.formula-gather-indicator', { name: node.name })
    const { frequency, code } = indicator
    const plan = gatherPlan(part.plan, indicator, { catalogue: check.catalogue, target })
    if (plan === 'undeclared')
      return wrong(check, node, 'indicators.formula-gather-undeclared', { name: node.name, code })
    if (plan === 'frequency') {
      const details = { name: node.name, code, frequency, target }
      return wrong(check, node, 'indicators.formula-gather-frequency', details)
    }
    const typed = combined(check, node, { plan, measure: part.measure, of: [part] })
    return typed && { ...typed, frequency: target }
  }
}
