import type { Defined } from '../definitions/defined.ts'
import { comparabilityOf, type Ranked, rankedColumn } from '../queries/league/rank-period.ts'
import { requirePeriod } from '../read-period.ts'
import type { FigureNumbers } from '../rules/claims/figure-numbers.ts'
import { measureKind } from '../rules/claims/same-measure.ts'
import { cohortOn } from '../rules/league/cohort-on.ts'
import { valueOfUnit } from '../rules/league/value-of-unit.ts'
import { periodNumber } from '../rules/period/period-number.ts'
import { samePeriodEarlier } from '../rules/period/shift-period.ts'
import { lastDay } from '../rules/period/span.ts'
import type { TimePeriod } from '../rules/period/time-period.ts'
import type { Column } from '../rules/values/column.ts'
import { formatScaled } from '../rules/values/format-scaled.ts'
import { rescale } from '../rules/values/rescale.ts'
import type { StoredTarget } from '../store/targets.ts'
import { definitionOf, type Values, type Wanted } from '../values/open-values.ts'
import type { Checkable } from './plan-check.ts'

/** Whose sum is the whole where nothing is published for the unit above. */
const WHOLE_CITY = 'city-wide'

export function wantedForFigure({ defined, periods }: Checkable): Wanted[] {
  const period = requirePeriod(periods[0]!)
  const earlier = samePeriodEarlier(period)
  return [{ defined, period }, ...(earlier ? [{ defined, period: earlier }] : [])]
}

/** What is known of a claimed figure. What `wantedForFigure` names must be loaded. */
export function figureEvidence(
  values: Values,
  { defined, unit, periods }: Checkable,
  targets: readonly StoredTarget[],
): FigureNumbers {
  const text = periods[0]!
  const period = requirePeriod(text)
  const earlier = samePeriodEarlier(period)
  const column = values.at(defined, period)
  const before = earlier && values.at(defined, earlier)
  const level = textOf(column, unit)
  const { measure } = definitionOf(defined, period)
  const isPercent = measureKind(measure) === 'percent'
  const aims = targetsOf(targets, { defined, unit, period })
  const isComparable = !isBroken(values, defined, period)
  const sum = column && wholeOf(values, { defined, unit, period, column })
  return {
    period: text,
    level,
    measure,
    growth: isComparable ? growthOf(values, { defined, unit, period }) : null,
    pointsChange: isComparable && isPercent ? difference(column, before, unit) : null,
    share: level !== null && sum ? { part: level, whole: sum } : null,
    done: level !== null && aims.value !== null ? { actual: level, target: aims.value } : null,
    target: aims.value,
    targetGrowth: aims.growth,
  }
}

interface Asked {
  readonly defined: Defined
  readonly unit: number
  readonly period: TimePeriod
}

/** Who is in the table does not matter for one unit's growth. */
const rankedOf = (values: Values, defined: Defined): Ranked => ({
  values,
  defined,
  measure: 'growth',
  memberships: values.units.findCohort(WHOLE_CITY)?.memberships ?? [],
  ties: 'standard',
  missing: 'apart',
})

function growthOf(values: Values, { defined, unit, period }: Asked): string | null {
  return textOf(rankedColumn(rankedOf(values, defined), period), unit)
}

/** Whether the definition changed between the two years, so that no growth can be told. */
function isBroken(values: Values, defined: Defined, period: TimePeriod): boolean {
  const column = values.at(defined, period)
  if (!column) return false
  const ranked = { ...rankedOf(values, defined), memberships: [] }
  return comparabilityOf(ranked, period, { ...column, units: [], values: [] }).definitionBreaks !== undefined
}

function difference(now: Column | undefined, then: Column | undefined, unit: number): string | null {
  if (!now || !then) return null
  const scale = Math.max(now.scale, then.scale)
  const [later, earlier] = [valueOfUnit(rescale(now, scale), unit), valueOfUnit(rescale(then, scale), unit)]
  return later == null || earlier == null ? null : formatScaled(BigInt(later) - BigInt(earlier), scale)
}

/** The value of the unit above; otherwise the sum of the city's districts, if all of them have one. */
function wholeOf(
  values: Values,
  { defined, unit, period, column }: Asked & { column: Column },
): string | undefined {
  const parent = values.units.parentOf.get(unit)
  const above = parent === undefined ? null : textOf(column, parent)
  if (above !== null) return above
  if (definitionOf(defined, period).overUnits !== 'sum') return undefined
  const { memberships } = values.units.findCohort(WHOLE_CITY) ?? { memberships: [] }
  const { members } = cohortOn(memberships, lastDay(period))
  let sum = 0n
  for (const member of members) {
    const value = valueOfUnit(column, member)
    if (value == null) return undefined
    sum += BigInt(value)
  }
  return members.includes(unit) ? formatScaled(sum, column.scale) : undefined
}

/** The targets of the claim's period, otherwise those of its year. */
function targetsOf(targets: readonly StoredTarget[], { defined, unit, period }: Asked) {
  const year = periodNumber({ kind: 'year', year: period.year, index: 1 })
  const own = targets.filter((each) => each.indicator === defined.number && each.unit === unit)
  const find = (kinds: readonly StoredTarget['kind'][]) => {
    const fitting = own.filter(({ kind }) => kinds.includes(kind))
    const found =
      fitting.find((each) => each.period === periodNumber(period)) ??
      fitting.find((each) => each.period === year)
    return found?.value ?? null
  }
  return { value: find(['cumulative', 'level', 'share-done']), growth: find(['growth']) }
}

function textOf(column: Column | undefined, unit: number): string | null {
  const value = column && valueOfUnit(column, unit)
  return value == null ? null : formatScaled(value, column!.scale)
}
