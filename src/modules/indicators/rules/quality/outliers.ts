import { type Finding, finding, freshUnits, type QualityGrid } from './quality-grid.ts'
import { median, shown, spread } from './robust.ts'

const FAR = 6
const LEAST_OTHERS = 4
/** Below that a change is no news, however quiet the series: 28 % for levels. */
const LEAST_CHANGE = 0.25
/** Spread is never taken for less, or a series without noise would have outliers everywhere. */
const LEAST_SPREAD = 0.03
const LEAST_POINTS = 5
const LEAST_POINT_SPREAD = 0.5

/**
 * A change since a year before that is far from those of the other units in the same period and from the unit's own in
 * other years, by median and median deviation. Levels by ratio, rates and series with negative values by difference.
 */
export function outliers(
  grid: QualityGrid,
  isExplained: (period: number, unit: number) => boolean,
): Finding[] {
  const byDifference = grid.traits.isRate
  const found = new Set<string>()
  return grid.periods.flatMap((_, period) => {
    const reference = grid.yearBefore[period]! >= 0 ? grid.yearBefore[period]! : grid.before[period]!
    if (reference < 0) return []
    const changes = grid.units.map((_, unit) => changeOf(grid, { period, reference, unit, byDifference }))
    const across = changes.filter((change) => !Number.isNaN(change))
    const acrossCentre = median(across)
    return freshUnits(grid, period).flatMap((unit) => {
      const change = changes[unit]!
      if (Number.isNaN(change) || isExplained(period, unit) || isExplained(reference, unit)) return []
      // The way back from an outlier is none.
      if (found.has(`${reference} ${unit}`)) return []
      const floor = byDifference ? LEAST_POINT_SPREAD : LEAST_SPREAD
      const least = byDifference ? LEAST_POINTS : LEAST_CHANGE
      const isFarFrom = (pool: readonly number[]) => {
        const centre = median(pool)
        const distance = Math.abs(change - centre)
        return distance > least && distance > FAR * Math.max(spread(pool, centre), floor)
      }
      if (across.length >= LEAST_OTHERS && Math.abs(change - acrossCentre) <= least) return []
      const own = ownChanges(grid, { period, unit, byDifference })
      const pools = [across, own].filter((pool) => pool.length >= LEAST_OTHERS)
      if (pools.length === 0) return []
      const isFar = pools.every(isFarFrom)
      if (!isFar) return []
      found.add(`${period} ${unit}`)
      const [value, former] = [grid.values[period]![unit]!, grid.values[reference]![unit]!]
      const usual = median(pools[0]!)
      const numbers = byDifference
        ? { value, former, change: shown(change), usual: shown(usual) }
        : {
            value,
            former,
            change: shown((Math.exp(change) - 1) * 100),
            usual: shown((Math.exp(usual) - 1) * 100),
          }
      const code = byDifference ? 'indicators.quality-outlier-points' : 'indicators.quality-outlier'
      return [finding(grid, { code, severity: 'warning', numbers }, [[period, unit]])]
    })
  })
}

interface Change {
  readonly period: number
  readonly unit: number
  readonly byDifference: boolean
}

function changeOf(
  { values }: QualityGrid,
  { period, reference, unit, byDifference }: Change & { reference: number },
): number {
  const [value, former] = [values[period]![unit]!, values[reference]![unit]!]
  if (byDifference) return value - former
  return value > 0 && former > 0 ? Math.log(value / former) : Number.NaN
}

/** The unit's changes in the other periods, except the one that the value in question undoes. */
function ownChanges(grid: QualityGrid, { period, unit, byDifference }: Change): number[] {
  const found: number[] = []
  for (let at = 0; at < grid.periods.length; at++) {
    const reference = grid.yearBefore[at]! >= 0 ? grid.yearBefore[at]! : grid.before[at]!
    if (at === period || reference < 0 || reference === period) continue
    const change = changeOf(grid, { period: at, reference, unit, byDifference })
    if (!Number.isNaN(change)) found.push(change)
  }
  return found
}
