import type { Defined } from '../../definitions/defined.ts'
import { type CohortOnDay, cohortOn, type Membership } from '../../rules/league/cohort-on.ts'
import { comparableUnits } from '../../rules/league/comparable-units.ts'
import type { ComponentColumns } from '../../rules/league/composite/component-columns.ts'
import { type CompositeTable, compositeScores } from '../../rules/league/composite/composite-scores.ts'
import { valueOfUnit } from '../../rules/league/value-of-unit.ts'
import { partsOfPeriod } from '../../rules/period/parts-of-period.ts'
import { periodNumber } from '../../rules/period/period-number.ts'
import { lastDay } from '../../rules/period/span.ts'
import type { TimePeriod } from '../../rules/period/time-period.ts'
import type { Column } from '../../rules/values/column.ts'
import { decodeColumn } from '../../rules/values/decode-column.ts'
import type { ComponentSource, LeagueDefinition } from '../../schema/composite.ts'
import type { StoredEntry } from '../../store/leagues.ts'
import type { StoredTarget } from '../../store/targets.ts'
import type { Values, Wanted } from '../../values/open-values.ts'
import { comparabilityOf, type Ranked, rankPeriod, wantedFor } from '../league/rank-period.ts'
import { targetColumns, wantedForTargets } from '../league/target-columns.ts'

/** One league asked about many periods. */
export interface Scored {
  readonly values: Values
  readonly definition: LeagueDefinition
  readonly memberships: readonly Membership[]
  /** By the indicator's number. */
  readonly targets: ReadonlyMap<number, readonly StoredTarget[]>
  /** In force, of all periods. */
  readonly entries: readonly StoredEntry[]
  /** The leagues whose scores are components of this one, by key. */
  readonly leagues: ReadonlyMap<string, Scored>
}

/** The scores of a period, and why a unit lacks a component: by component, then by unit. */
export interface ScoredPeriod {
  readonly table: CompositeTable
  readonly cohort: CohortOnDay
  readonly reasons: ReadonlyMap<string, ReadonlyMap<number, string>>
  /** The newest vintage among the values; 0 where none were published. */
  readonly vintage: number
}

interface Component {
  readonly key: string
  readonly source: ComponentSource
  readonly isAgainstTarget: boolean
}

/** The values that `scorePeriod` needs. */
export function wantedToScore(scored: Scored, period: TimePeriod): Wanted[] {
  return componentsOf(scored).flatMap(({ source, isAgainstTarget }) => {
    const other = otherLeague(scored, source, period)
    if (other) return wantedToScore(other.scored, other.at)
    const asked = askedOf(scored, source, period)
    if (!asked) return []
    const { ranked, at } = asked
    return [...wantedFor(ranked, at), ...(isAgainstTarget ? wantedForTargets(aimed(ranked), at) : [])]
  })
}

/** Scores a period; undefined where nothing at all is known of it. */
export function scorePeriod(scored: Scored, period: TimePeriod): ScoredPeriod | undefined {
  const { definition, memberships, entries } = scored
  const cohort = cohortOn(memberships, lastDay(period))
  const number = periodNumber(period)
  const columns = new Map<string, ComponentColumns>()
  const reasons = new Map<string, ReadonlyMap<number, string>>()
  for (const component of componentsOf(scored)) {
    const { found, why } = columnsOf(scored, component, period)
    if (found) columns.set(component.key, found)
    reasons.set(component.key, new Map(cohort.members.map((unit) => [unit, why(unit)])))
  }
  if (![...columns.values()].some(({ actual }) => actual.values.some((value) => value !== null)))
    return undefined
  const adjustments = entries.flatMap(({ period: of, kind, unit, value, reason }) =>
    of === number && kind === 'adjustment' && value !== null ? [{ unit, points: value, reason }] : [],
  )
  const table = compositeScores({ scheme: definition.scheme, columns, cohort, adjustments })
  const vintage = Math.max(0, ...[...columns.values()].map(({ actual }) => actual.vintage))
  return { table: { ...table, ranking: { ...table.ranking, period: number } }, cohort, reasons, vintage }
}

function componentsOf({ definition: { scheme, sources } }: Scored): Component[] {
  return scheme.components.map(({ key, score }) => ({
    key,
    source: sources[key] ?? { kind: 'entered' },
    isAgainstTarget: score.kind === 'linear' && score.target === 'own',
  }))
}

interface Found {
  readonly found: ComponentColumns | undefined
  why(unit: number): string
}

function columnsOf(scored: Scored, { key, source, isAgainstTarget }: Component, period: TimePeriod): Found {
  if (source.kind === 'entered') return enteredColumn(scored, key, period)
  if (source.kind === 'league') return scoresOf(scored, source, period)
  const asked = askedOf(scored, source, period)
  if (!asked) return { found: undefined, why: () => 'no-table' }
  const { ranked, at } = asked
  if (isAgainstTarget) return againstTargets(ranked, at)
  const ranking = rankPeriod(ranked, at)
  // A unit that the indicator's own rules do not compare is not scored by it either.
  const apart = new Map(ranking?.apart.map(({ unit, reason }) => [unit, reason]))
  if (!ranking) return { found: undefined, why: () => 'no-table' }
  const ranks = [...ranking.ranked].sort((a, b) => a.unit - b.unit)
  const actual: Column = {
    period: ranking.period,
    vintage: ranking.vintage,
    scale: ranking.scale,
    units: ranks.map(({ unit }) => unit),
    values: ranks.map(({ value }) => value),
  }
  return { found: { actual }, why: (unit) => apart.get(unit) ?? 'not-reported' }
}

/** Another league and its period in this one's: the same, or one of several. */
function otherLeague({ leagues }: Scored, source: ComponentSource, period: TimePeriod) {
  const scored = source.kind === 'league' ? leagues.get(source.league) : undefined
  if (!scored || source.kind !== 'league') return undefined
  const parts = partsOfPeriod(period, scored.definition.frequency)
  const at = source.part === null ? period : parts?.[source.part - 1]
  return at && at.kind === scored.definition.frequency ? { scored, at } : undefined
}

/** The scores of another league, as its own table has them. */
function scoresOf(scored: Scored, source: ComponentSource, period: TimePeriod): Found {
  const other = otherLeague(scored, source, period)
  const found = other && scorePeriod(other.scored, other.at)
  if (!found) return { found: undefined, why: () => 'no-table' }
  const { ranking } = found.table
  const ranks = [...ranking.ranked].sort((a, b) => a.unit - b.unit)
  const actual: Column = {
    period: ranking.period,
    vintage: found.vintage,
    scale: ranking.scale,
    units: ranks.map(({ unit }) => unit),
    values: ranks.map(({ value }) => value),
  }
  return { found: { actual }, why: () => 'component-missing' }
}

function againstTargets(ranked: Ranked, at: TimePeriod): Found {
  const aims = targetColumns(aimed(ranked), at)
  if (!aims) return { found: undefined, why: () => 'target-missing' }
  const { apart } = comparableUnits(aims.actual, comparabilityOf(ranked, at, aims.actual))
  const reasons = new Map(apart.map(({ unit, reason }) => [unit, reason]))
  const values = aims.actual.values.map((value, index) =>
    reasons.has(aims.actual.units[index]!) ? null : value,
  )
  const why = (unit: number) => {
    const reason = reasons.get(unit)
    if (reason !== undefined && reason !== 'not-reported' && reason !== 'withdrawn') return reason
    if (valueOfUnit(aims.target, unit) == null) return 'target-missing'
    return reason ?? 'target-zero'
  }
  return { found: { actual: { ...aims.actual, values }, target: aims.target }, why }
}

function enteredColumn({ entries }: Scored, key: string, period: TimePeriod): Found {
  const number = periodNumber(period)
  const own = entries
    .filter((entry) => entry.kind === 'score' && entry.subject === key && entry.period === number)
    .sort((a, b) => a.unit - b.unit)
  const actual = decodeColumn({
    period: number,
    vintage: 0,
    units: own.map(({ unit }) => unit),
    values: own.map(({ value }) => value),
  })
  return { found: own.length > 0 ? { actual } : undefined, why: () => 'not-entered' }
}

const aimed = ({ values, defined, targets = [] }: Ranked) => ({ values, defined, targets })

/** The indicator's own table that a component rests on, and its period: the league's, or a month of it. */
function askedOf(
  { values, memberships, targets }: Scored,
  source: ComponentSource,
  period: TimePeriod,
): { ranked: Ranked; at: TimePeriod } | undefined {
  if (source.kind !== 'indicator') return undefined
  const defined: Defined | undefined = values.definitions.byCode.get(source.indicator)
  const at = source.month === null ? period : partsOfPeriod(period, 'month')?.[source.month - 1]
  if (!defined || !at) return undefined
  const { measure } = source
  const own = targets.get(defined.number) ?? []
  return {
    ranked: { values, defined, measure, memberships, targets: own, ties: 'standard', missing: 'apart' },
    at,
  }
}
