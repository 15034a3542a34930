import type { Defined } from '../../definitions/defined.ts'
import { requirePeriod } from '../../read-period.ts'
import { placeOfUnit, type UnitPlace } from '../../rules/league/place-of-unit.ts'
import { valueOfUnit } from '../../rules/league/value-of-unit.ts'
import { writePeriod } from '../../rules/period/period-text.ts'
import { samePeriodEarlier } from '../../rules/period/shift-period.ts'
import type { TimePeriod } from '../../rules/period/time-period.ts'
import { formatScaled } from '../../rules/values/format-scaled.ts'
import { growthColumn, RATE_SCALE } from '../../rules/values/growth-column.ts'
import type { AskUnitPage, UnitStanding } from '../../schema.ts'
import { definitionOf, type Values, type Wanted } from '../../values/open-values.ts'
import { requireCohort } from '../league/league-table.ts'
import { comparabilityOf, type Ranked, rankDirection, wantedFor } from '../league/rank-period.ts'

/** An indicator with the period that is shown, and those before it, the newest last. */
interface Shown {
  readonly ranked: Ranked
  readonly period: TimePeriod | undefined
  readonly points: readonly TimePeriod[]
}

/** Where units stand in many indicators: all values are loaded at once, each place is counted and not sorted. */
export async function standings(
  values: Values,
  { all, units, input }: { all: readonly Defined[]; units: readonly number[]; input: AskUnitPage },
): Promise<UnitStanding[][]> {
  const { memberships } = requireCohort(values, input.cohort)
  const asked = input.period === undefined ? undefined : requirePeriod(input.period)
  const periods = await values.periods(all)
  const shown = all.map((defined): Shown => {
    const ranked: Ranked = {
      values,
      defined,
      memberships,
      measure: 'level',
      ties: 'standard',
      missing: 'apart',
    }
    const known = periods.get(defined)!
    const at = asked ? known.findIndex((period) => isSame(period, asked)) : known.length - 1
    const period = known[at]
    if (!period) return { ranked, period, points: [] }
    const series = known.slice(0, at + 1).filter(({ kind }) => kind === period.kind)
    return { ranked, period, points: series.slice(-input.points) }
  })
  await values.load(shown.flatMap(wantedForShown))
  return shown.map((each) => units.map((unit) => standingOf(each, unit)))
}

const isSame = (a: TimePeriod, b: TimePeriod) => a.kind === b.kind && a.year === b.year && a.index === b.index

function wantedForShown({ ranked, period, points }: Shown): Wanted[] {
  if (!period) return []
  const { defined } = ranked
  const earlier = samePeriodEarlier(period)
  const former = points.at(-2)
  return [
    ...wantedFor(ranked, period),
    ...(former ? wantedFor(ranked, former) : []),
    ...points.map((each) => ({ defined, period: each })),
    ...(earlier ? [{ defined, period: earlier }] : []),
  ]
}

function standingOf({ ranked, period, points }: Shown, unit: number): UnitStanding {
  const { values, defined } = ranked
  const definition = period ? definitionOf(defined, period) : defined.versions.at(-1)!
  const place = period && placeIn(ranked, period, unit)
  const former = points.at(-2)
  const before = former && placeIn(ranked, former, unit)
  const isRanked = place?.kind === 'ranked'
  return {
    code: defined.code,
    name: definition.name,
    nameEn: definition.nameEn,
    unitOfMeasure: definition.measure,
    decimals: definition.decimals,
    direction: definition.direction,
    period: period ? writePeriod(period) : null,
    value: period ? textAt(values, { defined, period, unit }) : null,
    rank: isRanked ? place.rank : null,
    sharedBy: isRanked ? place.sharedBy : 0,
    of: isRanked ? place.of : 0,
    reason: isRanked ? null : (place?.reason ?? 'not-reported'),
    places: isRanked && before?.kind === 'ranked' ? before.rank - place.rank : null,
    growth: period ? growthOf(values, { defined, period, unit }) : null,
    points: points.map((each) => textAt(values, { defined, period: each, unit })),
  }
}

function placeIn(ranked: Ranked, period: TimePeriod, unit: number): UnitPlace | undefined {
  const column = ranked.values.at(ranked.defined, period)
  if (!column) return undefined
  const comparability = comparabilityOf(ranked, period, column)
  return placeOfUnit(column, unit, { direction: rankDirection(ranked, period), comparability })
}

interface Place extends Wanted {
  readonly unit: number
}

function textAt(values: Values, { defined, period, unit }: Place): string | null {
  const column = values.at(defined, period)
  const value = column && valueOfUnit(column, unit)
  return value == null ? null : formatScaled(value, column!.scale)
}

function growthOf(values: Values, { defined, period, unit }: Place): string | null {
  const earlier = samePeriodEarlier(period)
  const [now, then] = [values.at(defined, period), earlier && values.at(defined, earlier)]
  if (!now || !then) return null
  const own = (column: typeof now) => ({
    ...column,
    units: [unit],
    values: [valueOfUnit(column, unit) ?? null],
  })
  const rate = growthColumn(own(now), own(then)).values[0]
  return rate == null ? null : formatScaled(rate, RATE_SCALE)
}
