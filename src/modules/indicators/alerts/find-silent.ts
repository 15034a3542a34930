import type { Tx } from '../../../kernel/context.ts'
import type { Day } from '../../../kernel/day.ts'
import { findNotReported } from '../rules/alerts/find-not-reported.ts'
import { valueOfUnit } from '../rules/league/value-of-unit.ts'
import { expectedOn, newestExpected } from '../rules/period/expected-publication.ts'
import { periodNumber } from '../rules/period/period-number.ts'
import { writePeriod } from '../rules/period/period-text.ts'
import { comparePeriods } from '../rules/period/span.ts'
import type { TimePeriod } from '../rules/period/time-period.ts'
import { reportedUnits } from '../store/alerts.ts'
import type { KnownRule } from './alert-rules.ts'
import { type Found, subjectOf, type Watching, watchedUnits } from './watching.ts'

/** The newest period that is due on a day, and the newest before it that is published. */
function periodsOf(
  { definition, periods, newest }: Watching,
  today: Day,
): { due: TimePeriod; before: TimePeriod | undefined } {
  const due = newestExpected(definition.frequency, { asOf: today, lagDays: definition.lagDays })
  const before =
    comparePeriods(newest, due) < 0 ? newest : periods.findLast((each) => comparePeriods(each, due) < 0)
  return { due, before }
}

/**
 * Who has not reported a period that is due, of those who had the one before: a unit that never had a value is not asked for
 * one. What is computed is reported by nobody.
 */
export async function findSilent(
  tx: Tx,
  { watching, rules, today }: { watching: Watching; rules: readonly KnownRule[]; today: Day },
): Promise<Found[]> {
  const { values, defined, definition } = watching
  const asked = rules.filter((known) => known.definition.rule.kind === 'not-reported')
  const { due, before } = periodsOf(watching, today)
  if (asked.length === 0 || definition.formula !== null || !before) return []
  await values.load([due, before].map((period) => ({ defined, period })))
  const [column, former] = [values.at(defined, due), values.at(defined, before)]
  const reported = await reportedUnits(tx, { period: periodNumber(due), indicator: defined.number })
  const has = (of: typeof column, unit: number) => of !== undefined && valueOfUnit(of, unit) != null
  return asked.flatMap((known) => {
    const { rule } = known.definition
    if (rule.kind !== 'not-reported') return []
    return watchedUnits(watching, known, due).units.flatMap((unit): Found[] => {
      if (!has(former, unit)) return []
      const finding = findNotReported(rule, subjectOf(watching, unit), {
        period: writePeriod(due),
        dueOn: expectedOn(due, definition.lagDays),
        today,
        isReported: has(column, unit) || reported.has(unit),
      })
      return finding ? [{ rule: known, defined, unit, finding }] : []
    })
  })
}
