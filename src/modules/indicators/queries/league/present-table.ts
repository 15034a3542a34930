import { breaksOf } from '../../definitions/defined.ts'
import type { MeasuredUnits } from '../../measured/measured-units.ts'
import { periodTextOf } from '../../read-period.ts'
import { cohortOn } from '../../rules/league/cohort-on.ts'
import { rankChanges } from '../../rules/league/rank-changes.ts'
import type { Ranking } from '../../rules/league/rank-column.ts'
import { rankMargins } from '../../rules/league/rank-margins.ts'
import type { Streak } from '../../rules/league/streak.ts'
import { textOfUnit } from '../../rules/league/text-of-unit.ts'
import { writePeriod } from '../../rules/period/period-text.ts'
import { lastDay } from '../../rules/period/span.ts'
import type { TimePeriod } from '../../rules/period/time-period.ts'
import { formatScaled } from '../../rules/values/format-scaled.ts'
import type { AskTable, LeagueRow, LeagueTable, StreakShown, UnitRef } from '../../schema.ts'
import { definitionOf } from '../../values/open-values.ts'
import { presentOn } from '../present-indicator.ts'
import { type Ranked, rankDirection, rankedColumn } from './rank-period.ts'
import { ratioColumns, ratioShown } from './ratio-columns.ts'

interface Computed {
  readonly ranked: Ranked
  readonly input: AskTable
  readonly cohort: string
  readonly period: TimePeriod
  readonly former: TimePeriod | undefined
  readonly ranking: Ranking | undefined
  readonly formerRanking: Ranking | undefined
  readonly streaks: ReadonlyMap<number, Streak>
}

export function presentTable(computed: Computed): LeagueTable {
  const { ranked, input, period, former, ranking, formerRanking } = computed
  const { values, defined } = ranked
  const { units } = values
  const cohort = units.cohorts.find(({ key }) => key === computed.cohort)!
  const definition = definitionOf(defined, period)
  const changes = ranking && formerRanking && rankChanges(ranking, formerRanking)
  const column = rankedColumn(ranked, period)
  const ref = refOf(units)
  return {
    indicator: presentOn(defined, lastDay(period)),
    period: writePeriod(period),
    cohort: { key: cohort.key, name: cohort.name, nameEn: cohort.nameEn },
    measure: input.measure,
    unitOfMeasure: input.measure === 'level' ? definition.measure : '%',
    asOf: values.asOf,
    vintage: ranking ? ranking.vintage : null,
    formerPeriod: former && formerRanking ? writePeriod(former) : null,
    isSameField: changes ? changes.isSameField : null,
    first: input.first,
    ratio: ranking ? ratioShown(ratioColumns(ranked, period)) : null,
    whole: ranking && input.measure === 'level' ? wholeOf(ranked, period) : null,
    rows: ranking ? rowsOf(computed, ranking) : [],
    apart: (ranking?.apart ?? []).map(({ unit, reason, note, mergedInto }) => ({
      ...ref(unit),
      reason,
      value: textOfUnit(column, unit),
      note: note ?? null,
      mergedInto: mergedInto === undefined ? null : ref(mergedInto).key,
    })),
    left: (changes?.changes ?? []).flatMap((change) =>
      change.kind === 'left' ? [{ ...ref(change.unit), from: change.from, reason: change.apartNow }] : [],
    ),
    leftOut: (ranking?.leftOut ?? []).map(ref),
    breaks: breaksOf(defined).filter((day) => day <= lastDay(period)),
  }
}

/** The whole cohort on the period's last day, whoever of it is compared. */
function wholeOf({ values, defined, memberships }: Ranked, period: TimePeriod): LeagueTable['whole'] {
  const { members } = cohortOn(memberships, lastDay(period))
  const { overUnits: how } = definitionOf(defined, period)
  const found = values.over(defined, period, members)
  if (!found || (how !== 'sum' && how !== 'mean' && how !== 'ratio')) return null
  const column = values.at(defined, period)
  const missing = members.filter((unit) => textOfUnit(column, unit) === null).length
  return { how, ...found, of: members.length, missing }
}

function rowsOf({ ranked, period, former, formerRanking, streaks }: Computed, ranking: Ranking): LeagueRow[] {
  const { values, defined } = ranked
  const margins = new Map(
    rankMargins(ranking, rankDirection(ranked, period)).map((margin) => [margin.unit, margin]),
  )
  const before = new Map(formerRanking?.ranked.map((row) => [row.unit, row]))
  const formerColumn = former && rankedColumn(ranked, former)
  const notes = values.notes(defined, period)
  const ratio = ratioColumns(ranked, period)
  const ref = refOf(values.units)
  const keysOf = (numbers: readonly number[]) => numbers.map((number) => ref(number).key)
  return ranking.ranked.map(({ unit, rank, sharedBy, value }): LeagueRow => {
    const { toNextBetter = null, toNextWorse = null, toFirst = null } = margins.get(unit) ?? {}
    const formerRank = before.get(unit)?.rank ?? null
    return {
      ...ref(unit),
      rank,
      sharedBy,
      value: value === null ? null : formatScaled(value, ranking.scale),
      formerValue: textOfUnit(formerColumn, unit),
      formerRank,
      places: formerRank === null ? null : formerRank - rank,
      toNextBetter: toNextBetter && { amount: toNextBetter.amount, units: keysOf(toNextBetter.units) },
      toNextWorse: toNextWorse && { amount: toNextWorse.amount, units: keysOf(toNextWorse.units) },
      toFirst,
      streak: streakShown(streaks.get(unit)),
      note: notes[unit] ?? null,
      numerator: textOfUnit(ratio?.numerator.column, unit),
      denominator: textOfUnit(ratio?.denominator.column, unit),
    }
  })
}

export function streakShown(streak: Streak | undefined): StreakShown | null {
  if (!streak || streak.length === 0) return null
  const { length, since, shared, isExact } = streak
  return { length, since: since === null ? null : periodTextOf(since), shared: shared.length, isExact }
}

export function refOf({ byNumber }: MeasuredUnits): (unit: number) => UnitRef {
  return (number) => {
    const unit = byNumber.get(number)
    if (!unit) throw new Error(`No unit is numbered ${number}`)
    return { key: unit.key, name: unit.name, unitId: unit.unitId }
  }
}
