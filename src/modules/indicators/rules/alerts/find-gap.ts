import { compareFractions, fractionOf } from '../exact/fraction.ts'
import { type AlertFinding, type AlertSubject, alertCause } from './alert-finding.ts'
import type { AlertRuleOf } from './alert-rule.ts'

/** The gap to what was expected by a period, in points, above zero being ahead; null where it is not known. */
export interface GapPoint {
  readonly period: string
  readonly gapPoints: string | null
}

/**
 * The spell of being too far behind that lasts now. `gaps` are all of one target, oldest first. A period without a gap
 * ends no spell: recovery has to be seen. A newest period without a gap tells nothing new, and nothing is found.
 * `target` tells one target from the next (its period). O(gaps).
 */
export function findGap(
  rule: AlertRuleOf<'gap'>,
  subject: AlertSubject,
  { gaps, target }: { gaps: readonly GapPoint[]; target: string },
): AlertFinding | undefined {
  const newest = gaps.at(-1)
  if (newest?.gapPoints == null) return undefined
  const limit = fractionOf(rule.points)
  const isBeyond = (gap: string) => {
    const { n, d } = fractionOf(gap)
    return compareFractions({ n: -n, d }, limit) > 0
  }
  let since: GapPoint | undefined
  for (const point of gaps) {
    if (point.gapPoints === null) continue
    if (!isBeyond(point.gapPoints)) since = undefined
    else since ??= point
  }
  if (!since) return undefined
  return {
    cause: alertCause(rule, subject, `${target} ${since.period}`),
    kind: rule.kind,
    period: newest.period,
    numbers: { gapPoints: newest.gapPoints, limit: rule.points, since: since.period },
  }
}
