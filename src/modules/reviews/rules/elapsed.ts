import { type Day, daysBetween } from '../../../kernel/day.ts'
import { parsePeriod, periodEnd, quarterOf } from '../../../kernel/period.ts'

export interface Elapsed {
  /** Days that have passed, the day itself included. */
  readonly passed: number
  readonly of: number
}

/** How much of the year and of the quarter has passed on a day: 时间过半 asks for it (DOMAIN 1.3). */
export function elapsed(asOf: Day): { year: Elapsed; quarter: Elapsed } {
  return { year: within(asOf.slice(0, 4), asOf), quarter: within(quarterOf(asOf), asOf) }
}

function within(periodText: string, asOf: Day): Elapsed {
  const period = parsePeriod(periodText)
  if (!period) throw new RangeError(`"${periodText}" is no period`)
  const first = `${period.from.year}-${String(period.from.month).padStart(2, '0')}-01`
  return { passed: daysBetween(first, asOf) + 1, of: daysBetween(first, periodEnd(period)) + 1 }
}
