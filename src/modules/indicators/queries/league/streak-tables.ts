import type { Ranking } from '../../rules/league/rank-column.ts'
import { type PeriodTable, type Streak, streaks } from '../../rules/league/streak.ts'
import { samePeriodEarlier, shiftPeriod } from '../../rules/period/shift-period.ts'
import type { TimePeriod } from '../../rules/period/time-period.ts'
import { knownPeriod } from '../../values/known-period.ts'
import { definitionOf } from '../../values/open-values.ts'
import { type Ranked, rankPeriod, wantedFor } from './rank-period.ts'

/** So many earlier periods are read at a time; a streak is seldom longer. */
export const STREAK_STEP = 12

export type Against = 'previous' | 'last-year'

/** The period that a place is compared with, and that a streak goes back to. */
export function earlierPeriod(
  { defined }: Ranked,
  period: TimePeriod,
  against: Against,
): TimePeriod | undefined {
  if (against === 'last-year') return samePeriodEarlier(period)
  return shiftPeriod(
    period,
    -1,
    definitionOf(defined, period).frequency === 'cumulative' ? 'cumulative' : period.kind,
  )
}

/** The streaks of the table's units: goes back as far as one of those in front now was in front, and not further. */
export async function streaksOf(
  ranked: Ranked,
  {
    period,
    ranking,
    against,
    first,
  }: { period: TimePeriod; ranking: Ranking; against: Against; first: number },
): Promise<ReadonlyMap<number, Streak>> {
  const tables: PeriodTable[] = [{ period: knownPeriod(period).number, ranking }]
  let front = inFront(ranking, first)
  let at: TimePeriod | undefined = period
  while (front.size > 0 && at) {
    const periods: TimePeriod[] = []
    for (let count = 0; count < STREAK_STEP && at; count++) {
      at = earlierPeriod(ranked, at, against)
      if (at) periods.push(at)
    }
    await ranked.values.load(periods.flatMap((each) => wantedFor(ranked, each)))
    for (const each of periods) {
      const table = rankPeriod(ranked, each)
      // Before the data begins there is nothing that could break a streak, or prove it.
      if (!table) return byUnit(streaks(tables, first))
      tables.push({ period: knownPeriod(each).number, ranking: table })
      const ahead = inFront(table, first)
      front = new Set([...front].filter((unit) => ahead.has(unit)))
      if (front.size === 0) break
    }
  }
  return byUnit(streaks(tables, first))
}

function inFront({ ranked }: Ranking, first: number): Set<number> {
  return new Set(
    ranked.filter(({ better, value }) => better < first && value !== null).map(({ unit }) => unit),
  )
}

const byUnit = (all: readonly Streak[]) => new Map(all.map((streak) => [streak.unit, streak]))
