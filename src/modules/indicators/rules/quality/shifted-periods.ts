import { type Finding, finding, freshUnits, type QualityGrid } from './quality-grid.ts'
import { median, shown } from './robust.ts'

const LEAST_UNITS = 3
/** A column that fits the neighbouring period's former values so well is that period's. */
const SAME = 0.0005
const OTHER = 0.005
const MOST_EQUAL = 0.8

/** A column that holds a neighbouring period's published values: the table has slipped by a year, or was copied on. */
export function shiftedPeriods(grid: QualityGrid): Finding[] {
  return grid.periods.flatMap((_, period) => {
    const units = freshUnits(grid, period)
    const own = distance(grid, units, period, period)
    const after = grid.yearBefore.indexOf(period)
    for (const neighbour of new Set([grid.yearBefore[period]!, after, grid.before[period]!])) {
      if (neighbour < 0) continue
      const other = distance(grid, units, period, neighbour)
      const isShifted =
        own !== undefined && other !== undefined && other.median <= SAME && own.median >= OTHER
      const isCopied = own === undefined && other !== undefined && other.equal >= MOST_EQUAL * other.units
      if (!isShifted && !isCopied) continue
      const numbers = {
        neighbour: grid.periods[neighbour]!,
        units: other!.units,
        equal: other!.equal,
        own: shown((own?.median ?? 0) * 100),
      }
      const code = isShifted ? 'indicators.quality-shifted' : 'indicators.quality-copied'
      return [
        finding(
          grid,
          { code, severity: 'warning', numbers },
          units.map((unit) => [period, unit] as const),
        ),
      ]
    }
    return []
  })
}

/** How far the new values of one period are from the published ones of another, in logarithms. */
function distance({ values, published }: QualityGrid, units: readonly number[], period: number, of: number) {
  const distances: number[] = []
  let equal = 0
  for (const unit of units) {
    const [value, former] = [values[period]![unit]!, published[of]![unit]!]
    if (Number.isNaN(value) || Number.isNaN(former) || value === 0) continue
    if (value === former) equal++
    distances.push(value * former > 0 ? Math.abs(Math.log(value / former)) : 1)
  }
  return distances.length < LEAST_UNITS
    ? undefined
    : { median: median(distances), equal, units: distances.length }
}
