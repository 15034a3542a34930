import type { Streak } from '../../rules/league/streak.ts'
import { periodNumber } from '../../rules/period/period-number.ts'
import { writePeriod } from '../../rules/period/period-text.ts'
import type { TimePeriod } from '../../rules/period/time-period.ts'
import { formatScaled } from '../../rules/values/format-scaled.ts'
import type { CompositeRow, CompositeTable } from '../../schema/composite.ts'
import type { StoredLeague } from '../../store/leagues.ts'
import { refOf, streakShown } from '../league/present-table.ts'
import { presentLists } from './present-lists.ts'
import type { Scored, ScoredPeriod } from './score-period.ts'

export interface ComputedComposite {
  readonly scored: Scored
  readonly league: StoredLeague
  readonly cohort: string
  readonly period: TimePeriod
  readonly earlier: TimePeriod
  readonly now: ScoredPeriod | undefined
  readonly former: ScoredPeriod | undefined
  readonly streaks: ReadonlyMap<number, Streak>
}

export function presentComposite(computed: ComputedComposite): CompositeTable {
  const { scored, league, now, former, period, earlier } = computed
  const { values } = scored
  const { key, name, nameEn } = values.units.cohorts.find((cohort) => cohort.key === computed.cohort)!
  const ref = refOf(values.units)
  return {
    league: { key: league.key, name: league.name, version: league.version },
    definition: league.definition,
    period: writePeriod(period),
    cohort: { key, name, nameEn },
    asOf: values.asOf,
    vintage: now && now.vintage > 0 ? now.vintage : null,
    formerPeriod: former ? writePeriod(earlier) : null,
    rows: now ? rowsOf(computed, now) : [],
    apart: (now?.table.apart ?? []).map(({ unit, components }) => ({
      ...ref(unit),
      lacking: components.map((component) => ({
        component,
        reason: now?.reasons.get(component)?.get(unit) ?? null,
      })),
    })),
    lists: now ? presentLists(scored, { now, period: periodNumber(period) }) : null,
  }
}

function rowsOf({ scored, former, streaks }: ComputedComposite, now: ScoredPeriod): CompositeRow[] {
  const ref = refOf(scored.values.units)
  const scores = new Map(now.table.scores.map((score) => [score.unit, score]))
  const before = former?.table.ranking
  const places = new Map(before?.ranked.map((row) => [row.unit, row]))
  return now.table.ranking.ranked.map(({ unit, rank, sharedBy }): CompositeRow => {
    const { total, parts, capped, bonus, adjusted } = scores.get(unit)!
    const formerRow = places.get(unit)
    const [entered] = adjusted.entered
    return {
      ...ref(unit),
      rank,
      sharedBy,
      score: total,
      formerRank: formerRow?.rank ?? null,
      formerScore: formerRow?.value == null ? null : formatScaled(formerRow.value, before!.scale),
      places: formerRow ? formerRow.rank - rank : null,
      streak: streakShown(streaks.get(unit)),
      parts: parts.map(({ exact: _, ...part }) => ({
        ...part,
        reason: part.isMissing ? (now.reasons.get(part.component)?.get(unit) ?? null) : null,
      })),
      capped: capped.map(({ group, points }) => ({ group, points })),
      bonus,
      adjusted: {
        points: adjusted.points,
        entered: entered?.points ?? null,
        reason: entered?.reason ?? '',
        isLimited: adjusted.isLimited,
      },
    }
  })
}
