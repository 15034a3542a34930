import { checkArguments, wholeNumber } from './check-arguments.ts'
import type { Plan } from './plan.ts'
import { type CheckFunction, combined, wrong } from './typed.ts'

/** So many periods back a value counts as the last available one, unless the formula says otherwise. */
const LOOKS_BACK = 3

/**
 * 当年值, 最近值: a figure of another frequency, taken as it stands. What comes out has no frequency of its own and goes
 * with whatever is beside it; the population of a year is none of its months'.
 */
export function checkAligning(key: 'inyear' | 'latest'): CheckFunction {
  return (check, node, checkPart) => {
    const [part] = checkArguments(check, node.args.slice(0, 1), checkPart) ?? []
    if (!part) return undefined
    const { frequency, plan: of } = part
    if (frequency === null) return wrong(check, node, 'indicators.formula-needs-series', { name: node.name })
    if (key === 'inyear' && frequency !== 'year' && frequency !== 'cumulative')
      return wrong(check, node, 'indicators.formula-align-frequency', { name: node.name, frequency })
    const most = node.args.length > 1 ? wholeNumber(check, node, { at: 1, least: 1, most: 24 }) : LOOKS_BACK
    if (most === undefined) return undefined
    const latest = Array.from(
      { length: most },
      (_, back): Plan => ({ op: 'aligned', of, kind: frequency, isEnded: true, back }),
    )
    const plan: Plan =
      key === 'inyear'
        ? { op: 'aligned', of, kind: 'year', isEnded: false, back: 0 }
        : latest.length === 1
          ? latest[0]!
          : { op: 'coalesce', of: latest }
    const typed = combined(check, node, { plan, measure: part.measure, of: [part] })
    return typed && { ...typed, frequency: null }
  }
}
