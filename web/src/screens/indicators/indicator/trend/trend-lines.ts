import type { Series, UnitRef } from '../../../../api/indicators.ts'
import { lastDayOf } from '../../parts/periods.ts'

/** A value that was revised later, or the one that stands now. */
export interface Revision {
  readonly period: string
  readonly vintage: number
  readonly value: string | null
}

export interface TrendLine {
  readonly unit: UnitRef
  /** In the order of the periods. */
  readonly values: readonly (string | null)[]
  /** What former vintages said, the first one first. */
  readonly revisions: readonly Revision[]
}

export interface Trend {
  readonly periods: readonly string[]
  readonly lines: readonly TrendLine[]
  /** Places in `periods` before which the definition changed. */
  readonly breaks: readonly { readonly at: number; readonly day: string }[]
}

/** The chosen units over the chosen periods. */
export function trendOf(series: Series, periods: readonly string[], keys: readonly string[]): Trend {
  const place = new Map(series.periods.map((period, at) => [period, at]))
  const shown = new Set(periods)
  const lines = keys.flatMap((key): TrendLine[] => {
    const found = series.units.find((unit) => unit.key === key)
    if (!found) return []
    const { name, unitId, values } = found
    return [
      {
        unit: { key, name, unitId },
        values: periods.map((period) => values[place.get(period) ?? -1] ?? null),
        revisions: series.revisions.filter(({ unit, period }) => unit === key && shown.has(period)),
      },
    ]
  })
  return { periods, lines, breaks: breaksIn(periods, series.breaks) }
}

/** Before which of the periods a new definition begins: the first that ends on its day or later. */
export function breaksIn(periods: readonly string[], days: readonly string[]): Trend['breaks'] {
  return days.flatMap((day) => {
    const at = periods.findIndex((period) => (lastDayOf(period) ?? '') >= day)
    return at > 0 ? [{ at, day }] : []
  })
}
