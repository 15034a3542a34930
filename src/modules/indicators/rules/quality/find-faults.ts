import { contradictedGrowth, fallingCumulative } from './contradictions.ts'
import { missingPeriods, missingUnits } from './gaps.ts'
import { outliers } from './outliers.ts'
import { periodJumps } from './period-jumps.ts'
import type { Finding, QualityGrid } from './quality-grid.ts'
import { revisions } from './revisions.ts'
import { scaledUnits } from './scaled-units.ts'
import { shiftedPeriods } from './shifted-periods.ts'
import { shares, sums } from './sums.ts'

/** Everything that a person should look at in the new values of one indicator; what one fault explains is told once. */
export function findFaults(grid: QualityGrid): Finding[] {
  const jumps = periodJumps(grid)
  const jumped = new Set(jumps.flatMap(({ cells }) => cells.map(keyOf)))
  const scaled = scaledUnits(grid).filter(({ cells }) => !cells.some((cell) => jumped.has(keyOf(cell))))
  const shifted = shiftedPeriods(grid)
  const explained = new Set([...jumps, ...scaled, ...shifted].flatMap(({ cells }) => cells.map(keyOf)))
  const isExplained = (period: number, unit: number) =>
    explained.has(keyOf({ period: grid.periods[period]!, unit: grid.units[unit]! }))
  const isFree = ({ cells }: Finding) => !cells.some((cell) => explained.has(keyOf(cell)))
  return [
    ...jumps,
    ...scaled,
    ...shifted,
    ...outliers(grid, isExplained),
    ...shares(grid),
    ...sums(grid).filter(isFree),
    ...fallingCumulative(grid).filter(isFree),
    ...contradictedGrowth(grid).filter(isFree),
    ...missingUnits(grid),
    ...missingPeriods(grid),
    ...revisions(grid),
  ]
}

const keyOf = ({ period, unit }: { period: number; unit: number }) => `${period} ${unit}`
