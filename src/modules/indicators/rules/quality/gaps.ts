import { type Finding, finding, freshUnits, type QualityGrid } from './quality-grid.ts'

const MOST = 0.7

/** Units that had values in the period before and have none now, while most others have. */
export function missingUnits(grid: QualityGrid): Finding[] {
  return grid.periods.flatMap((_, period) => {
    const reference = grid.before[period]! >= 0 ? grid.before[period]! : grid.yearBefore[period]!
    const count = freshUnits(grid, period).length
    if (reference < 0 || count < 2) return []
    const expected = grid.units.flatMap((_, unit) =>
      Number.isNaN(grid.values[reference]![unit]!) ? [] : [unit],
    )
    const missing = expected.filter(
      (unit) => Number.isNaN(grid.values[period]![unit]!) && grid.fresh[period]![unit] === 0,
    )
    if (missing.length === 0 || missing.length > expected.length * (1 - MOST)) return []
    const numbers = { missing: missing.length, of: expected.length, former: grid.periods[reference]! }
    return [
      finding(
        grid,
        { code: 'indicators.quality-unit-missing', severity: 'warning', numbers },
        missing.map((unit) => [period, unit] as const),
      ),
    ]
  })
}

/** Periods between the first and the last of the import without any value, neither new nor published. */
export function missingPeriods(grid: QualityGrid): Finding[] {
  const isEmpty = (period: number) =>
    grid.values[period]!.every(Number.isNaN) && !grid.fresh[period]!.includes(1)
  const fresh = grid.periods.flatMap((_, period) => (grid.fresh[period]!.includes(1) ? [period] : []))
  const [first, last] = [fresh[0], fresh.at(-1)]
  if (first === undefined || last === undefined || fresh.length < 2) return []
  return grid.periods.flatMap((number, period) =>
    period > first && period < last && isEmpty(period)
      ? [
          {
            ...finding(
              grid,
              { code: 'indicators.quality-period-missing', severity: 'warning', numbers: { period: number } },
              [],
            ),
          },
        ]
      : [],
  )
}
