import type { Context, Tx } from '../../../kernel/context.ts'
import { workingCalendarOf } from '../../../platform/working-calendar.ts'
import { paceOf } from '../queries/pace/pace-board.ts'
import { reachedBy, reachingOf, wantedToReach } from '../queries/pace/reached.ts'
import { findGap, type GapPoint } from '../rules/alerts/find-gap.ts'
import { periodOfNumber } from '../rules/period/period-number.ts'
import { writePeriod } from '../rules/period/period-text.ts'
import { firstDay, lastDay } from '../rules/period/span.ts'
import type { TimePeriod } from '../rules/period/time-period.ts'
import { listTargets, type StoredTarget } from '../store/targets.ts'
import type { KnownRule } from './alert-rules.ts'
import { type Found, subjectOf, type Watching, watchedUnits } from './watching.ts'

/** What the rules about pace find: units that are too far behind a target whose period holds the newest values. */
export async function findGaps(
  ctx: Context,
  tx: Tx,
  { watching, rules }: { watching: Watching; rules: readonly KnownRule[] },
): Promise<Found[]> {
  const { defined, newest } = watching
  const asked = rules.filter(({ definition }) => definition.rule.kind === 'gap')
  if (asked.length === 0) return []
  const all = await listTargets(tx, { indicator: defined.number })
  const current = all.flatMap((target) => {
    const period = periodOfNumber(target.period)
    const holds = period && firstDay(period) <= lastDay(newest) && lastDay(newest) <= lastDay(period)
    return holds ? [{ target, period }] : []
  })
  const needsCalendar = current.some(({ target }) => target.path.kind === 'working-days')
  const calendar = needsCalendar ? await workingCalendarOf(tx, ctx) : undefined
  const found: Found[] = []
  for (const { target, period } of current) {
    const gaps = await gapsOf(watching, { target, period, calendar })
    for (const known of asked) {
      const { rule } = known.definition
      const isWatched = watchedUnits(watching, known, newest).units.includes(target.unit)
      if (rule.kind !== 'gap' || !isWatched) continue
      const name = [writePeriod(period), target.kind, target.horizon].join(' ')
      const finding = findGap(rule, subjectOf(watching, target.unit), { gaps, target: name })
      if (finding) found.push({ rule: known, defined, unit: target.unit, finding })
    }
  }
  return found
}

interface Aim {
  readonly target: StoredTarget
  readonly period: TimePeriod
  readonly calendar: Parameters<typeof paceOf>[1]['calendar']
}

/** The gap after each part of the target's period up to the newest values; null where the unit had reported nothing new. */
async function gapsOf(
  { values, defined, newest }: Watching,
  { target, period, calendar }: Aim,
): Promise<GapPoint[]> {
  const formerYears = target.path.kind === 'seasonal' ? target.path.years : 0
  const upTo = (on: string) => reachingOf(defined, { period, kind: target.kind, on, formerYears })
  const whole = upTo(lastDay(newest))
  await values.load(wantedToReach(whole))
  return whole.parts.map((part) => {
    const reached = reachedBy(values, upTo(lastDay(part)), target.unit)
    const isNew = reached?.through === lastDay(part)
    const pace = isNew ? paceOf(values, { target, reached, period, calendar }) : undefined
    return { period: writePeriod(part), gapPoints: pace?.kind === 'measured' ? pace.gapPoints : null }
  })
}
