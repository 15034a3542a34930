import type { ApartReason } from '../league/comparable-units.ts'
import type { Ranking } from '../league/rank-column.ts'
import { withoutValue } from '../league/without-value.ts'
import { formatScaled } from '../values/format-scaled.ts'

/** Where a unit stood in the table of one period. */
export type YearStanding =
  | { readonly kind: 'no-table'; readonly period: string }
  | { readonly kind: 'apart'; readonly period: string; readonly reason: ApartReason | null }
  | {
      readonly kind: 'ranked'
      readonly period: string
      readonly rank: number
      readonly better: number
      readonly sharedBy: number
      readonly of: number
      readonly value: string
      /** Who is first, with what: what a reader asks next when the unit is not. */
      readonly leaders: readonly number[]
      readonly leadersValue: string
      /** Cohort members whose value is not known: each could stand before it. */
      readonly missing: number
    }

/** `ranking` is null for a period without a table. */
export function yearStanding(period: string, ranking: Ranking | null, unit: number): YearStanding {
  if (!ranking) return { kind: 'no-table', period }
  const own = ranking.ranked.find((each) => each.unit === unit)
  if (!own || own.value === null) {
    const reason = own ? 'not-reported' : ranking.apart.find((each) => each.unit === unit)?.reason
    return {
      kind: 'apart',
      period,
      reason: reason ?? (ranking.leftOut.includes(unit) ? 'not-reported' : null),
    }
  }
  const leaders = ranking.ranked.filter(({ better, value }) => better === 0 && value !== null)
  const { rank, better, sharedBy, value } = own
  return {
    kind: 'ranked',
    period,
    rank,
    better,
    sharedBy,
    of: ranking.ranked.length,
    value: formatScaled(value, ranking.scale),
    leaders: leaders.map((each) => each.unit),
    leadersValue: formatScaled(leaders[0]!.value!, ranking.scale),
    missing: withoutValue(ranking),
  }
}
