import { breaksInYear } from '../../definitions/breaks-in-year.ts'
import type { Defined } from '../../definitions/defined.ts'
import { type CohortOnDay, cohortOn, type Membership } from '../../rules/league/cohort-on.ts'
import type { Comparability } from '../../rules/league/comparable-units.ts'
import { type Ranking, rankColumn } from '../../rules/league/rank-column.ts'
import type { Direction, RankRules } from '../../rules/league/rank-rules.ts'
import { valueOfUnit } from '../../rules/league/value-of-unit.ts'
import { samePeriodEarlier } from '../../rules/period/shift-period.ts'
import type { TimePeriod } from '../../rules/period/time-period.ts'
import type { Column } from '../../rules/values/column.ts'
import { growthColumn } from '../../rules/values/growth-column.ts'
import type { DefinitionVersion } from '../../schema.ts'
import type { StoredTarget } from '../../store/targets.ts'
import { knownPeriod } from '../../values/known-period.ts'
import { definitionOf, type Values, type Wanted } from '../../values/open-values.ts'
import { doneColumn, type TargetColumns, targetColumns, wantedForTargets } from './target-columns.ts'

/** One question asked of many periods. */
export interface Ranked {
  readonly values: Values
  readonly defined: Defined
  readonly measure: 'level' | 'growth' | 'done'
  /** All targets of the indicator, for `done`. */
  readonly targets?: readonly StoredTarget[]
  /** Whether the targets of its year stand in for a period without any. */
  readonly orYear?: boolean
  readonly memberships: readonly Membership[]
  readonly ties: RankRules['ties']
  readonly missing: RankRules['missing']
}

/** Which values a table of a period needs. */
export function wantedFor(ranked: Ranked, period: TimePeriod): Wanted[] {
  const { values, defined, measure } = ranked
  const wanted: Wanted[] = [{ defined, period }]
  if (measure === 'done') wanted.push(...wantedForTargets(aimed(ranked), period))
  const earlier = measure === 'growth' ? samePeriodEarlier(period) : undefined
  if (earlier) wanted.push({ defined, period: earlier })
  const base = baseOf(values, definitionOf(defined, period))
  if (base) wanted.push({ defined: base.defined, period })
  return wanted
}

/** What is ranked in a period; undefined where there is nothing. What `wantedFor` names must be loaded. */
export function rankedColumn(ranked: Ranked, period: TimePeriod): Column | undefined {
  const { values, defined, measure } = ranked
  if (measure === 'done') return doneColumn(aimed(ranked), period)
  const column = values.at(defined, period)
  if (measure === 'level' || !column) return column
  const earlier = samePeriodEarlier(period)
  const then = earlier && values.at(defined, earlier)
  return then && growthColumn(column, then)
}

const aimed = ({ values, defined, targets = [], orYear }: Ranked) => ({ values, defined, targets, orYear })

/** The table of one period; undefined where nothing was published. */
export function rankPeriod(ranked: Ranked, period: TimePeriod): Ranking | undefined {
  const { values, defined, ties, missing, measure } = ranked
  const column = rankedColumn(ranked, period)
  if (!column) return undefined
  const rules = { direction: rankDirection(ranked, period), ties, missing }
  const ranking = rankColumn(column, { rules, comparability: comparabilityOf(ranked, period, column) })
  if (measure === 'done') return withTargetNamed(ranking, targetColumns(aimed(ranked), period))
  return measure === 'growth' ? withBaseNamed(ranking, values.at(defined, period)) : ranking
}

/** Which way the ranked values are better. */
export function rankDirection(
  { defined, measure }: Pick<Ranked, 'defined' | 'measure'>,
  period: TimePeriod,
): Direction {
  const definition = definitionOf(defined, period)
  if (measure === 'growth') return growthDirection(definition)
  // What is to lie near a value has done best with all of its target and no more.
  if (measure === 'done' && definition.direction === 'near') return { kind: 'near', target: '100' }
  return directionOf(definition)
}

/** Who is compared in a period, by the definition and the cohort of its last day. */
export function comparabilityOf(ranked: Ranked, period: TimePeriod, column: Column): Comparability {
  const { values, defined, memberships, measure } = ranked
  const definition = definitionOf(defined, period)
  const day = knownPeriod(period).lastDay
  const base = baseOf(values, definition)
  const baseColumn = base && values.at(base.defined, period)
  return {
    cohort: cohortOnce(memberships, day),
    excluded: excludedOn(values, definition, day),
    ...(base && { base: { column: baseColumn ?? emptyColumn(period), minimum: base.minimum } }),
    ...(measure === 'growth' && breaksInYear(defined, period) && { definitionBreaks: new Set(column.units) }),
  }
}

const cohorts = new WeakMap<readonly Membership[], Map<string, CohortOnDay>>()

/** A page asks for the same cohort on the same days hundreds of times. */
function cohortOnce(memberships: readonly Membership[], day: string): CohortOnDay {
  const days = cohorts.get(memberships) ?? new Map<string, CohortOnDay>()
  cohorts.set(memberships, days)
  const found = days.get(day) ?? cohortOn(memberships, day)
  days.set(day, found)
  return found
}

/** Who has a value and no growth lacks what it is compared with: nothing was published then, or nothing above zero. */
function withBaseNamed(ranking: Ranking, column: Column | undefined): Ranking {
  const apart = ranking.apart.map((each) => {
    const isWithoutRate = each.reason === 'not-reported' || each.reason === 'withdrawn'
    const hasValue = column && valueOfUnit(column, each.unit) != null
    return isWithoutRate && hasValue ? { ...each, reason: 'base-missing' as const } : each
  })
  return { ...ranking, apart }
}

/** Who has no share of a target done lacks the target, or has one that nothing can be a share of, or lacks the value. */
function withTargetNamed(ranking: Ranking, columns: TargetColumns | undefined): Ranking {
  const apart = ranking.apart.map((each) => {
    if (each.reason !== 'not-reported' && each.reason !== 'withdrawn') return each
    if (!columns || valueOfUnit(columns.target, each.unit) == null)
      return { ...each, reason: 'target-missing' as const }
    const isReported = valueOfUnit(columns.actual, each.unit) != null
    return { ...each, reason: isReported ? ('target-zero' as const) : ('not-reported' as const) }
  })
  return { ...ranking, apart }
}

function directionOf({ direction, nearValue }: DefinitionVersion): Direction {
  return direction === 'near' ? { kind: 'near', target: nearValue! } : { kind: direction }
}

/** Growth is good where more is good, and bad where less is. */
function growthDirection({ direction }: DefinitionVersion): Direction {
  return { kind: direction === 'lower' ? 'lower' : 'higher' }
}

function baseOf({ definitions }: Values, { comparability }: DefinitionVersion) {
  const base = comparability.minimumBase
  const defined = base && definitions.byCode.get(base.indicator)
  return defined ? { defined, minimum: base.value } : undefined
}

function excludedOn(
  { units }: Values,
  { comparability }: DefinitionVersion,
  day: string,
): Map<number, string> {
  return new Map(
    comparability.exclusions.flatMap(({ unit, reason, from, to }) => {
      const number = units.byKey.get(unit)?.number
      const holds = (from === null || from <= day) && (to === null || day < to)
      return number !== undefined && holds ? [[number, reason] as const] : []
    }),
  )
}

const emptyColumn = (period: TimePeriod): Column => ({
  period: knownPeriod(period).number,
  scale: 0,
  units: [],
  values: [],
  vintage: 0,
})
