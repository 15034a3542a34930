import type { Defined } from '../definitions/defined.ts'
import { rankedColumn } from '../queries/league/rank-period.ts'
import type { AlertFinding } from '../rules/alerts/alert-finding.ts'
import type { SeriesPoint } from '../rules/alerts/find-declines.ts'
import { measureKind } from '../rules/claims/same-measure.ts'
import { cohortOn, type Membership } from '../rules/league/cohort-on.ts'
import { valueOfUnit } from '../rules/league/value-of-unit.ts'
import { fitsFrequency, periodsBetween } from '../rules/period/period-series.ts'
import { writePeriod } from '../rules/period/period-text.ts'
import { lastDay } from '../rules/period/span.ts'
import type { TimePeriod } from '../rules/period/time-period.ts'
import type { Column } from '../rules/values/column.ts'
import { formatScaled } from '../rules/values/format-scaled.ts'
import type { DefinitionVersion } from '../schema.ts'
import type { Values } from '../values/open-values.ts'
import type { KnownRule } from './alert-rules.ts'

/** An indicator that rules look at, with all periods of its own frequency, from the first one published to the newest. */
export interface Watching {
  readonly values: Values
  readonly defined: Defined
  readonly definition: DefinitionVersion
  readonly periods: readonly TimePeriod[]
  readonly newest: TimePeriod
}

/** What a rule found of a unit. */
export interface Found {
  readonly rule: KnownRule
  readonly defined: Defined
  readonly unit: number
  readonly finding: AlertFinding
}

/** Undefined for an indicator without values, or one that is no longer kept. */
export function watchingOf(
  values: Values,
  defined: Defined,
  published: readonly TimePeriod[],
): Watching | undefined {
  const definition = defined.versions.at(-1)!
  const own = published.filter((period) => fitsFrequency(period, definition.frequency))
  const [first, newest] = [own[0], own.at(-1)]
  if (!first || !newest || defined.retiredOn !== null) return undefined
  return { values, defined, definition, newest, periods: periodsBetween(first, newest, definition.frequency) }
}

/** Whether a rule looks at an indicator. */
export function looksAt({ isOn, definition }: KnownRule, defined: Defined): boolean {
  const { indicators, tag } = definition.watch
  const { tags } = defined.versions.at(-1)!
  return isOn && (indicators?.includes(defined.code) ?? true) && (tag === null || tags.includes(tag))
}

/** Whose values a rule looks at: those who are of its cohort on the last day of a period. */
export function watchedUnits(
  { values }: Pick<Watching, 'values'>,
  { definition }: KnownRule,
  period: TimePeriod,
): { units: readonly number[]; memberships: readonly Membership[] } {
  const { memberships } = values.units.findCohort(definition.watch.cohort) ?? { memberships: [] }
  return { units: cohortOn(memberships, lastDay(period)).members, memberships }
}

/** What a rule looks at in each period: the values, or their growth on the year. */
export function watchedColumns(
  { values, defined, definition, periods }: Watching,
  measure: 'level' | 'growth',
): (Column | undefined)[] {
  // The growth of a share is a rate that nobody prints.
  const asked = measureKind(definition.measure) === 'percent' ? 'level' : measure
  const ranked = {
    values,
    defined,
    measure: asked,
    memberships: [],
    ties: 'standard',
    missing: 'apart',
  } as const
  return periods.map((period) => rankedColumn(ranked, period))
}

export function seriesOf(
  { periods }: Pick<Watching, 'periods'>,
  columns: readonly (Column | undefined)[],
  unit: number,
): SeriesPoint[] {
  return periods.map((period, at) => {
    const column = columns[at]
    const value = column && valueOfUnit(column, unit)
    return { period: writePeriod(period), value: value == null ? null : formatScaled(value, column!.scale) }
  })
}

/** Whom an alert is about, in words that do not change. */
export function subjectOf({ values, defined }: Pick<Watching, 'values' | 'defined'>, unit: number) {
  return { indicator: defined.code, unit: values.units.byNumber.get(unit)!.key }
}
