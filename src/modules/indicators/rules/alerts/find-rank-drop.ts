import type { RankChange } from '../league/rank-changes.ts'
import { type AlertFinding, type AlertSubject, alertCause } from './alert-finding.ts'
import type { AlertRuleOf } from './alert-rule.ts'

/**
 * A drop of places between two neighbouring periods. Who entered or left the table has not dropped. `table` names the
 * cohort, since a unit can drop in one and not in another.
 */
export function findRankDrop(
  rule: AlertRuleOf<'rank-drop'>,
  subject: AlertSubject,
  { change, table, period }: { change: RankChange; table: string; period: string },
): AlertFinding | undefined {
  if (change.kind !== 'moved' || -change.places < rule.places) return undefined
  return {
    cause: alertCause(rule, subject, `${table} ${period}`),
    kind: rule.kind,
    period,
    numbers: { from: change.from, to: change.to, places: -change.places, table },
  }
}
