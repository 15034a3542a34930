import type { Day } from '../../../../kernel/day.ts'
import { breaksInYear } from '../../definitions/breaks-in-year.ts'
import type { Defined } from '../../definitions/defined.ts'
import { requirePeriod } from '../../read-period.ts'
import { decimalOf, fractionOf, minus } from '../../rules/exact/fraction.ts'
import { textOfUnit } from '../../rules/league/text-of-unit.ts'
import { valueOfUnit } from '../../rules/league/value-of-unit.ts'
import { writePeriod } from '../../rules/period/period-text.ts'
import { samePeriodEarlier } from '../../rules/period/shift-period.ts'
import { lastDay } from '../../rules/period/span.ts'
import type { TimePeriod } from '../../rules/period/time-period.ts'
import type { Column } from '../../rules/values/column.ts'
import { formatScaled } from '../../rules/values/format-scaled.ts'
import { growthColumn, RATE_SCALE } from '../../rules/values/growth-column.ts'
import type { AskUnitPage, UnitStanding } from '../../schema.ts'
import { definitionOf, type Values, type Wanted } from '../../values/open-values.ts'
import { requireCohort } from '../league/league-table.ts'
import { type Ranked, wantedFor } from '../league/rank-period.ts'
import { ratioOfUnit } from '../league/ratio-columns.ts'
import { type Place, placeOf, placesIn } from './places.ts'

/** An indicator with the period that is shown, and those before it, the newest last. */
interface Shown {
  readonly ranked: Ranked
  readonly period: TimePeriod | undefined
  readonly points: readonly TimePeriod[]
}

interface Wished {
  readonly all: readonly Defined[]
  readonly units: readonly number[]
  readonly input: Pick<AskUnitPage, 'cohort' | 'period' | 'points'>
  /** Without a period: the newest one of each indicator that ends by this day. */
  readonly through?: Day
}

/** Where units stand in many indicators: all values are loaded at once, each place is counted and not sorted. */
export async function standings(
  values: Values,
  { all, units, input, through }: Wished,
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
    const at = asked
      ? known.findIndex((period) => isSame(period, asked))
      : known.findLastIndex((period) => through === undefined || lastDay(period) <= through)
    const period = known[at]
    if (!period) return { ranked, period, points: [] }
    const series = known.slice(0, at + 1).filter(({ kind }) => kind === period.kind)
    return { ranked, period, points: series.slice(-input.points) }
  })
  await values.load(shown.flatMap(wantedForShown))
  return shown.map((each) => {
    const columns = each.points.map((period) => values.at(each.ranked.defined, period))
    return units.map((unit) => standingOf(each, columns, unit))
  })
}

const isSame = (a: TimePeriod, b: TimePeriod) => a.kind === b.kind && a.year === b.year && a.index === b.index

function wantedForShown({ ranked, period, points }: Shown): Wanted[] {
  if (!period) return []
  const { defined } = ranked
  const earlier = samePeriodEarlier(period)
  const former = points.at(-2)
  const wanted: Wanted[] = wantedFor(ranked, period)
  if (former) wanted.push(...wantedFor(ranked, former))
  for (const each of points) wanted.push({ defined, period: each })
  if (earlier) wanted.push({ defined, period: earlier })
  return wanted
}

function standingOf(
  { ranked, period, points }: Shown,
  columns: readonly (Column | undefined)[],
  unit: number,
): UnitStanding {
  const { values, defined } = ranked
  const definition = period ? definitionOf(defined, period) : defined.versions.at(-1)!
  const place = period && placeIn(ranked, period, unit)
  const former = points.at(-2)
  const before = former && placeIn(ranked, former, unit)
  const rank = place?.rank ?? null
  return {
    code: defined.code,
    name: definition.name,
    nameEn: definition.nameEn,
    unitOfMeasure: definition.measure,
    decimals: definition.decimals,
    direction: definition.direction,
    period: period ? writePeriod(period) : null,
    value: textOfUnit(columns.at(-1), unit),
    rank,
    sharedBy: place?.sharedBy ?? 0,
    of: place?.of ?? 0,
    reason: place ? place.reason : 'not-reported',
    places: rank !== null && before?.rank != null ? before.rank - rank : null,
    ...(period ? sinceLastYear(values, { defined, period, unit }) : { growth: null, change: null }),
    ratio: period ? ratioOfUnit(values.ratioAt(defined, period), unit) : null,
    points: columns.map((column) => textOfUnit(column, unit)),
  }
}

function placeIn(ranked: Ranked, period: TimePeriod, unit: number): Place | undefined {
  const column = ranked.values.at(ranked.defined, period)
  return column && placeOf(placesIn(ranked, period, column), unit)
}

interface Spot extends Wanted {
  readonly unit: number
}

/** In per cent, and as a difference: of percentages only the latter means something. */
function sinceLastYear(
  values: Values,
  { defined, period, unit }: Spot,
): { growth: string | null; change: string | null } {
  const earlier = samePeriodEarlier(period)
  const [now, then] = [values.at(defined, period), earlier && values.at(defined, earlier)]
  const [value, former] = [textOfUnit(now, unit), textOfUnit(then, unit)]
  // As in tables, nothing is compared across a day from which the definition counts otherwise.
  if (breaksInYear(defined, period)) return { growth: null, change: null }
  if (!now || !then || value === null || former === null) return { growth: null, change: null }
  const own = (column: Column) => ({
    ...column,
    units: [unit],
    values: [valueOfUnit(column, unit) ?? null],
  })
  const rate = growthColumn(own(now), own(then)).values[0]
  return {
    growth: rate == null ? null : formatScaled(rate, RATE_SCALE),
    change: decimalOf(minus(fractionOf(value), fractionOf(former))),
  }
}
