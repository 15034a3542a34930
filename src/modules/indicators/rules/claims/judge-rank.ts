import type { RankClaim } from './claim.ts'
import { type Finding, finding, type VerdictNumbers } from './verdict.ts'
import type { YearStanding } from './year-standing.ts'

/**
 * A claimed place against the tables. `standings` are the claim's period first and then the same period of each former
 * year, as many as the streak claims (one without a streak). One year in which the place was another contradicts a streak
 * even if another year is missing; a missing year alone leaves it unknown.
 */
export function judgeRank(
  { position, streakYears }: Pick<RankClaim, 'position' | 'streakYears'>,
  standings: readonly YearStanding[],
): Finding {
  const claimed = Math.max(1, streakYears ?? 1)
  const years = standings.slice(0, claimed).map((standing) => judgeYear(position, standing))
  const numbers = years.flatMap((each) => each.numbers)
  if (years.length < claimed) numbers.push({ yearsAsked: claimed, yearsKnown: years.length })
  if (claimed === 1) return years[0] ?? finding('unknown', 'period-missing')
  const reasonsOf = (verdict: Finding['verdict']) =>
    years.filter((each) => each.verdict === verdict).flatMap(({ reasons }) => reasons)
  const differing = reasonsOf('contradicted')
  if (differing.length > 0)
    return finding('contradicted', unique(['a-year-differs', ...differing]), ...numbers)
  if (years.length < claimed)
    return finding('unknown', unique(['year-unknown', 'period-missing', ...reasonsOf('unknown')]), ...numbers)
  const unknown = reasonsOf('unknown')
  if (unknown.length > 0) return finding('unknown', unique(['year-unknown', ...unknown]), ...numbers)
  return finding('confirmed', unique(['all-years-hold', ...reasonsOf('confirmed')]), ...numbers)
}

function judgeYear(position: number | null, standing: YearStanding): Finding {
  if (standing.kind === 'no-table') return finding('unknown', 'period-missing', { period: standing.period })
  if (standing.kind === 'apart') {
    const { period, reason } = standing
    return finding('unknown', reason === null ? 'unit-not-in-table' : 'unit-apart', { period, apart: reason })
  }
  const { kind: _, ...rest } = standing
  const { better, sharedBy, missing } = standing
  const numbers: VerdictNumbers = { ...rest, claimed: position }
  if (position === null) return finding('unknown', 'position-not-stated', numbers)
  // Whoever shares a place holds each of the places that the group takes up: two firsts are first and second.
  const [best, worst] = [better + 1, better + sharedBy + missing]
  if (position < best || position > worst) return finding('contradicted', 'rank-differs', numbers)
  if (missing > 0) return finding('unknown', 'field-incomplete', numbers)
  return finding('confirmed', sharedBy > 1 ? ['rank-holds', 'rank-shared'] : 'rank-holds', numbers)
}

/** A printed place outside the city, with its source. */
export interface ExternalPosition {
  readonly period: string
  readonly position: number
  readonly of: number | null
  readonly source: string
}

/** A claimed place against printed ones: nothing is computed, the source decides. Periods as in `judgeRank`. */
export function judgeExternalRank(
  { position, streakYears }: Pick<RankClaim, 'position' | 'streakYears'>,
  periods: readonly string[],
  positions: readonly ExternalPosition[],
): Finding {
  const asked = periods.slice(0, Math.max(1, streakYears ?? 1))
  const found = asked.map((period) => positions.find((each) => each.period === period))
  const numbers = found.map(
    (each, at): VerdictNumbers =>
      each ? { ...each, claimed: position } : { period: asked[at]!, position: null },
  )
  if (asked.length === 0) return finding('unknown', 'external-missing')
  if (position === null) return finding('unknown', 'position-not-stated', ...numbers)
  if (found.some((each) => each && each.position !== position))
    return finding('contradicted', 'external-differs', ...numbers)
  if (asked.length < (streakYears ?? 1) || found.some((each) => !each))
    return finding('unknown', 'external-missing', ...numbers)
  return finding('confirmed', 'external-holds', ...numbers)
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)]
}
