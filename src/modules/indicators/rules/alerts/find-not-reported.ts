import { addDays, type Day } from '../../../../kernel/day.ts'
import { type AlertFinding, type AlertSubject, alertCause } from './alert-finding.ts'
import type { AlertRuleOf } from './alert-rule.ts'

/** A period for which nothing stands there although its due day and the days of grace are over. */
export function findNotReported(
  rule: AlertRuleOf<'not-reported'>,
  subject: AlertSubject,
  { period, dueOn, today, isReported }: { period: string; dueOn: Day; today: Day; isReported: boolean },
): AlertFinding | undefined {
  if (isReported || today <= addDays(dueOn, rule.graceDays)) return undefined
  return {
    cause: alertCause(rule, subject, period),
    kind: rule.kind,
    period,
    numbers: { dueOn, graceDays: rule.graceDays },
  }
}
