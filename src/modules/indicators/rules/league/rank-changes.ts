import type { ApartReason } from './comparable-units.ts'
import type { RankedUnit, Ranking } from './rank-column.ts'

/** How a unit's place moved from a former period to this one. */
export type RankChange =
  /** `places` above zero is upward: from 5th to 3rd is +2. */
  | {
      readonly kind: 'moved'
      readonly unit: number
      readonly from: number
      readonly to: number
      readonly places: number
    }
  /** Ranked now, not then: it stood apart then, or was no part of the table at all. */
  | {
      readonly kind: 'entered'
      readonly unit: number
      readonly to: number
      readonly apartThen: ApartReason | null
    }
  /** Ranked then, not now. */
  | {
      readonly kind: 'left'
      readonly unit: number
      readonly from: number
      readonly apartNow: ApartReason | null
    }

export interface RankChanges {
  /** Those ranked now in their order, then those who left, ascending. */
  readonly changes: readonly RankChange[]
  /** Whether the two tables rank the same units. If not, a place may have moved without anybody overtaking. */
  readonly isSameField: boolean
}

/** Compares two tables of one cohort definition and one set of rules. O(units). */
export function rankChanges(now: Ranking, former: Ranking): RankChanges {
  const before = byUnit(former.ranked)
  const changes = now.ranked.map(({ unit, rank }): RankChange => {
    const from = before.get(unit)?.rank
    if (from === undefined) return { kind: 'entered', unit, to: rank, apartThen: reasonOf(former, unit) }
    return { kind: 'moved', unit, from, to: rank, places: from - rank }
  })
  const after = byUnit(now.ranked)
  const left = former.ranked
    .filter(({ unit }) => !after.has(unit))
    .sort((a, b) => a.unit - b.unit)
    .map(({ unit, rank }): RankChange => ({ kind: 'left', unit, from: rank, apartNow: reasonOf(now, unit) }))
  return { changes: [...changes, ...left], isSameField: left.length === 0 && before.size === after.size }
}

function byUnit(ranked: readonly RankedUnit[]): Map<number, RankedUnit> {
  return new Map(ranked.map((each) => [each.unit, each]))
}

function reasonOf({ apart }: Ranking, unit: number): ApartReason | null {
  return apart.find((each) => each.unit === unit)?.reason ?? null
}
