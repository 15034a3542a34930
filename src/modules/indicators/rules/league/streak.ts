import type { ApartReason } from './comparable-units.ts'
import type { RankedUnit, Ranking } from './rank-column.ts'
import { withoutValue } from './without-value.ts'

/** A league table of a period, or why there is none. The periods of a streak follow each other: nobody skips a year. */
export type PeriodTable =
  | { readonly period: number; readonly ranking: Ranking }
  | { readonly period: number; readonly ranking: null }

/** How long a unit has been among the first `k` without a break, counted back from the newest period. */
export interface Streak {
  readonly unit: number
  /** Periods in a row; 0 when the newest does not count. */
  readonly length: number
  /** The first period of the streak (自…起); null when the length is 0. */
  readonly since: number | null
  /** Periods of the streak in which the unit shared its place. Shared is first all the same, but is said. */
  readonly shared: readonly number[]
  /** Periods of the streak in which cohort members lacked a value who could have stood before it. */
  readonly uncertain: readonly number[]
  readonly brokenBy: StreakBreak
  /** Whether the length is known: false where data ends before the streak does, so that it is "at least". */
  readonly isExact: boolean
}

export type StreakBreak =
  /** In that period the unit stood lower. */
  | { readonly kind: 'lower-place'; readonly period: number; readonly rank: number }
  /** That period has no table, or the unit is not in it: cannot be known. */
  | {
      readonly kind: 'unknown'
      readonly period: number
      readonly reason: ApartReason | 'no-table' | 'not-in-table'
    }
  /** The data begins with the streak's first period: cannot be known. */
  | { readonly kind: 'no-earlier-period' }

/**
 * The streak of every unit that is ranked or listed in the newest table. `tables` are newest first and without gaps; a
 * unit counts in a period when fewer than `k` units are strictly better, whatever number the tie rule prints.
 * O(units × periods of the longest streak).
 */
export function streaks(tables: readonly PeriodTable[], k = 1): Streak[] {
  const newest = tables[0]?.ranking
  if (!newest) return []
  const places = tables.map(
    ({ ranking }) => ranking && new Map(ranking.ranked.map((each) => [each.unit, each])),
  )
  const units = [...newest.ranked.map(({ unit }) => unit), ...newest.apart.map(({ unit }) => unit)]
  return units.map((unit) => streakOf(unit, k, { tables, places }))
}

interface History {
  readonly tables: readonly PeriodTable[]
  readonly places: readonly (ReadonlyMap<number, RankedUnit> | null)[]
}

function streakOf(unit: number, k: number, { tables, places }: History): Streak {
  const shared: number[] = []
  const uncertain: number[] = []
  let length = 0
  const ended = (brokenBy: StreakBreak): Streak => ({
    unit,
    length,
    since: tables[length - 1]?.period ?? null,
    shared,
    uncertain,
    brokenBy,
    isExact: brokenBy.kind === 'lower-place',
  })
  for (const [at, { period, ranking }] of tables.entries()) {
    const found = places[at]?.get(unit)
    if (!ranking) return ended({ kind: 'unknown', period, reason: 'no-table' })
    if (!found || found.value === null)
      return ended({ kind: 'unknown', period, reason: reasonFor(ranking, unit) })
    if (found.better >= k) return ended({ kind: 'lower-place', period, rank: found.rank })
    if (found.sharedBy > 1) shared.push(period)
    if (found.better + withoutValue(ranking) >= k) uncertain.push(period)
    length++
  }
  return ended({ kind: 'no-earlier-period' })
}

/** A unit that the missing rule puts last has no value: what it did is not known, so that it has not lost either. */
function reasonFor({ apart, ranked }: Ranking, unit: number): ApartReason | 'not-in-table' {
  if (ranked.some((each) => each.unit === unit)) return 'not-reported'
  return apart.find((each) => each.unit === unit)?.reason ?? 'not-in-table'
}
