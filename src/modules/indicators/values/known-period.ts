import type { Day } from '../../../kernel/day.ts'
import { periodNumber } from '../rules/period/period-number.ts'
import { lastDay } from '../rules/period/span.ts'
import { PERIOD_KINDS, type TimePeriod } from '../rules/period/time-period.ts'

interface Known {
  readonly number: number
  readonly lastDay: Day
}

/** Every period that anybody asked about: a few hundred in a city's life, each looked at thousands of times a second. */
const known = new Map<number, Known>()
const MOST = 20_000

const KINDS = Object.fromEntries(PERIOD_KINDS.map((kind, at) => [kind, (at + 1) * 100_000_000]))

/** The store's number and the last day of a period, reckoned once. */
export function knownPeriod(period: TimePeriod): Known {
  const key = KINDS[period.kind]! + period.year * 10_000 + period.index
  const found = known.get(key)
  if (found) return found
  const made = { number: periodNumber(period), lastDay: lastDay(period) }
  if (known.size >= MOST) known.clear()
  known.set(key, made)
  return made
}
