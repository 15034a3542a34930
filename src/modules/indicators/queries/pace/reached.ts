import type { Day } from '../../../../kernel/day.ts'
import type { Defined } from '../../definitions/defined.ts'
import { valueOfUnit } from '../../rules/league/value-of-unit.ts'
import type { FormerYear } from '../../rules/pace/seasonal-share.ts'
import { cumulativeTo } from '../../rules/period/cumulative-to.ts'
import { partsOfPeriod } from '../../rules/period/parts-of-period.ts'
import { fitsFrequency } from '../../rules/period/period-series.ts'
import { samePeriodEarlier } from '../../rules/period/shift-period.ts'
import { lastDay, monthsOf } from '../../rules/period/span.ts'
import type { TimePeriod } from '../../rules/period/time-period.ts'
import { accumulate } from '../../rules/values/accumulate.ts'
import { decodeColumn } from '../../rules/values/decode-column.ts'
import { formatScaled } from '../../rules/values/format-scaled.ts'
import { growthColumn, RATE_SCALE } from '../../rules/values/growth-column.ts'
import type { TargetKind } from '../../schema.ts'
import { definitionOf, type Values, type Wanted } from '../../values/open-values.ts'

/** How the values within a target's period make one. */
export interface Reaching {
  readonly defined: Defined
  readonly kind: TargetKind
  /** The parts of the target's period that have ended, in their order. */
  readonly parts: readonly TimePeriod[]
  /** All of its parts. */
  readonly all: readonly TimePeriod[]
  readonly how: 'sum' | 'last'
  readonly formerYears: number
}

export interface Reached {
  readonly actual: string
  /** The last day that it covers. */
  readonly through: Day
  readonly formerYears: readonly FormerYear[]
}

/** Which values tell what was reached by a day; no parts where the indicator's frequency does not make up the period. */
export function reachingOf(
  defined: Defined,
  { period, kind, on, formerYears }: { period: TimePeriod; kind: TargetKind; on: Day; formerYears: number },
): Reaching {
  const { frequency, overTime } = definitionOf(defined, period)
  const all = frequency === 'cumulative' ? windowsOf(period) : (partsOfPeriod(period, frequency) ?? [])
  // Values from January on have been added up by whoever published them.
  const isAdded =
    frequency !== 'cumulative' && overTime === 'sum' && (kind === 'cumulative' || kind === 'growth')
  const parts = all.filter((part) => lastDay(part) <= on)
  return { defined, kind, parts, all, how: isAdded ? 'sum' : 'last', formerYears }
}

/** The windows from January on that end within a period which begins with January. */
function windowsOf(period: TimePeriod): TimePeriod[] {
  const months = monthsOf(period)
  if (!months) return fitsFrequency(period, 'cumulative') ? [period] : []
  const count = months.to - months.from + 1
  return Array.from({ length: count }, (_, at) => cumulativeTo(period.year, months.from + at))
}

/** What `reachedBy` needs. */
export function wantedToReach({ defined, kind, parts, all, formerYears }: Reaching): Wanted[] {
  const earlier = kind === 'growth' ? earlierBy(parts, 1) : []
  const seasons = Array.from({ length: formerYears }, (_, at) => earlierBy(all, at + 1)).flat()
  return [...parts, ...earlier, ...seasons].map((period) => ({ defined, period }))
}

function earlierBy(parts: readonly TimePeriod[], years: number): TimePeriod[] {
  return parts.flatMap((part) => samePeriodEarlier(part, years) ?? [])
}

/** What a unit has reached; undefined where it reported nothing that counts. */
export function reachedBy(values: Values, reaching: Reaching, unit: number): Reached | undefined {
  const { defined, kind, parts, all, how, formerYears } = reaching
  const columns = (periods: readonly TimePeriod[]) => periods.map((period) => values.at(defined, period))
  const reached = accumulate(columns(parts), unit, how)
  if (!reached) return undefined
  const through = lastDay(parts[reached.at]!)
  const years = Array.from({ length: formerYears }, (_, at): FormerYear => {
    const former = columns(earlierBy(all, at + 1))
    const toDate = accumulate(former.slice(0, reached.at + 1), unit, how)
    const total = accumulate(former, unit, how)
    return {
      year: all[0]!.year - at - 1,
      toDate: toDate?.at === reached.at ? toDate.value : null,
      total: total?.at === all.length - 1 ? total.value : null,
    }
  })
  if (kind !== 'growth') return { actual: reached.value, through, formerYears: years }
  const before = accumulate(columns(earlierBy(parts.slice(0, reached.at + 1), 1)), unit, how)
  if (before?.at !== reached.at) return undefined
  const own = (value: string) => decodeColumn({ period: 0, vintage: 0, units: [unit], values: [value] })
  const rate = valueOfUnit(growthColumn(own(reached.value), own(before.value)), unit)
  return rate == null ? undefined : { actual: formatScaled(rate, RATE_SCALE), through, formerYears: years }
}
