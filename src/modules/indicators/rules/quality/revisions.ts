import { type Finding, finding, freshUnits, type QualityGrid } from './quality-grid.ts'
import { median, shown } from './robust.ts'

/** A revision beyond that is asked about. */
const SMALL = 0.01

/** Values that differ from what is published: how many, by how much at the middle and at most. */
export function revisions(grid: QualityGrid): Finding[] {
  return grid.periods.flatMap((_, period) => {
    const sizes: number[] = []
    const places: (readonly [number, number])[] = []
    for (const unit of freshUnits(grid, period)) {
      const [value, former] = [grid.values[period]![unit]!, grid.published[period]![unit]!]
      if (Number.isNaN(former) || value === former) continue
      places.push([period, unit])
      sizes.push(Number.isNaN(value) ? 1 : Math.abs(value - former) / Math.max(Math.abs(former), 1e-9))
    }
    if (places.length === 0) return []
    const most = Math.max(...sizes)
    const numbers = { units: places.length, median: shown(median(sizes) * 100), most: shown(most * 100) }
    const severity = most > SMALL ? 'warning' : 'hint'
    return [finding(grid, { code: 'indicators.quality-revision', severity, numbers }, places)]
  })
}
