import { type Finding, finding, freshUnits, type QualityGrid } from './quality-grid.ts'
import { shown } from './robust.ts'

const LEAST_PARTS = 3
/** Parts that make less of the whole are not all of them, so nothing can be said. */
const NEARLY_ALL = 0.8
/** The same gap as in another period is how this table is: 市级 of its own, areas outside the districts. */
const SAME_GAP = 0.02

/** Values of units that do not add up to that of the whole within what rounding explains. */
export function sums(grid: QualityGrid): Finding[] {
  if (!grid.traits.isAdditive || grid.traits.isRate) return []
  return grid.periods.flatMap((_, period) => {
    const checked = sumOf(grid, period)
    if (!checked || !hasFresh(grid, period)) return []
    const { sum, total, parts } = checked
    const rounding = 0.5 * 10 ** -grid.decimals * (parts.length + 1) * (1 + 1e-9)
    const gap = sum - total
    const share = sum / total
    if (Math.abs(gap) <= rounding || share < NEARLY_ALL) return []
    const isUsual = grid.periods.some((_, other) => {
      const before = other === period ? undefined : sumOf(grid, other)
      return (
        before !== undefined &&
        !hasFresh(grid, other) &&
        Math.abs(before.sum / before.total - share) < SAME_GAP
      )
    })
    if (isUsual) return []
    const numbers = { sum: shownSum(sum, grid), total, gap: shownSum(gap, grid), parts: parts.length }
    const places = (grid.whole >= 0 && !grid.totals.has(period) ? [grid.whole, ...parts] : parts).map(
      (unit) => [period, unit] as const,
    )
    return [finding(grid, { code: 'indicators.quality-sum-differs', severity: 'warning', numbers }, places)]
  })
}

/** Shares of one whole that print to 99 or 102 rather than 100; only where they are clearly meant to be all of it. */
export function shares(grid: QualityGrid): Finding[] {
  if (!grid.traits.isShare) return []
  return grid.periods.flatMap((_, period) => {
    const units = freshUnits(grid, period).filter((unit) => unit !== grid.whole)
    const off = units.flatMap((unit) => {
      const value = grid.values[period]![unit]!
      if (!(value > 100 || value < 0)) return []
      return [
        finding(grid, { code: 'indicators.quality-share-range', severity: 'warning', numbers: { value } }, [
          [period, unit],
        ]),
      ]
    })
    const known = units.filter((unit) => !Number.isNaN(grid.values[period]![unit]!))
    const sum = known.reduce((all, unit) => all + grid.values[period]![unit]!, 0)
    const rounding = 0.5 * 10 ** -grid.decimals * known.length * (1 + 1e-9)
    const isWhole = grid.traits.isAdditive && known.length >= LEAST_PARTS && Math.abs(sum - 100) < 5
    if (off.length > 0 || !isWhole || Math.abs(sum - 100) <= rounding) return off
    const numbers = { sum: shown(sum), parts: known.length }
    return [
      finding(
        grid,
        { code: 'indicators.quality-shares-sum', severity: 'warning', numbers },
        known.map((unit) => [period, unit] as const),
      ),
    ]
  })
}

const hasFresh = (grid: QualityGrid, period: number) => grid.fresh[period]!.includes(1)

function sumOf({ values, units, whole, totals }: QualityGrid, period: number) {
  const total = totals.get(period) ?? (whole >= 0 ? values[period]![whole]! : Number.NaN)
  if (Number.isNaN(total) || total <= 0) return undefined
  const parts = units.flatMap((_, unit) =>
    unit !== whole && !Number.isNaN(values[period]![unit]!) ? [unit] : [],
  )
  if (parts.length < LEAST_PARTS) return undefined
  return { total, parts, sum: parts.reduce((all, unit) => all + values[period]![unit]!, 0) }
}

const shownSum = (value: number, { decimals }: QualityGrid) => Number(value.toFixed(Math.min(decimals, 12)))
