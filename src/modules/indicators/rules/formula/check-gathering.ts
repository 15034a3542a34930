import { partsOfPeriod } from '../period/parts-of-period.ts'
import type { PeriodKind } from '../period/time-period.ts'
import { checkArguments } from './check-arguments.ts'
import type { CheckFunction } from './typed.ts'
import { combined, wrong } from './typed.ts'

/**
 * 累计, 月度值, 季度值, 半年值, 年度值: from finer periods, as the indicator itself declares (sum, mean, last). Only an
 * indicator has declared anything, so its name must stand there, and a ratio is gathered above and below the line. A
 * cumulative series that is declared as a sum is taken apart instead: 1—11月 less 1—10月 is November.
 */
export function checkGathering(target: PeriodKind): CheckFunction {
  return (check, node, checkPart) => {
    const [part] = checkArguments(check, node.args, checkPart) ?? []
    if (!part) return undefined
    const { indicator } = part
    if (!indicator || part.frequency === null)
      return wrong(check, node, 'indicators.formula-gather-indicator', { name: node.name })
    const { overTime, frequency, code } = indicator
    if (overTime === 'ratio' || overTime === 'none')
      return wrong(check, node, 'indicators.formula-gather-undeclared', { name: node.name, code })
    // A running sum since January tells what each of its stretches added.
    if (frequency === 'cumulative' && overTime === 'sum' && target !== 'cumulative') {
      const plan = { op: 'decumulate', of: part.plan } as const
      const typed = combined(check, node, { plan, measure: part.measure, of: [part] })
      return typed && { ...typed, frequency: target }
    }
    if (!isFiner(frequency, target))
      return wrong(check, node, 'indicators.formula-gather-frequency', {
        name: node.name,
        code,
        frequency,
        target,
      })
    const plan = { op: 'gather', of: part.plan, kind: frequency, how: overTime } as const
    const typed = combined(check, node, { plan, measure: part.measure, of: [part] })
    return typed && { ...typed, frequency: target }
  }
}

/** Whether periods of a kind make up such of the target; 1—6月 stands for the windows, which halves can make up, too. */
function isFiner(kind: PeriodKind, target: PeriodKind): boolean {
  if (kind === target) return false
  const example = { kind: target, year: 2024, index: target === 'cumulative' ? 6 : 1 }
  return partsOfPeriod(example, kind) !== undefined
}
