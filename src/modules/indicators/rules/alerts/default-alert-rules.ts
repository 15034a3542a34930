import { z } from 'zod'
import { AlertRule } from './alert-rule.ts'
import rules from './default-rules.json' with { type: 'json' }

const parsed = z.array(AlertRule).parse(rules)

/**
 * The rules that a city begins with: three declines in a row, 10 points behind (银川's yellow), three places lost, not
 * reported when due, and a growth at 3.5 robust deviations (Iglewicz and Hoaglin 1993) and 5 points from what is usual.
 */
export function defaultAlertRules(): readonly AlertRule[] {
  return parsed
}
