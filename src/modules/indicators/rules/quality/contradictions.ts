import { type Finding, finding, freshUnits, type QualityGrid } from './quality-grid.ts'
import { shown } from './robust.ts'

/** Between growth at constant prices and that of levels at current ones lie prices, not more. */
const PRICES = 15
/** When so many of a column contradict, it is of another basis, not wrong cell by cell. */
const MOST = 0.5
const LEAST = 4

/** A cumulative value below that of the months before it in the same year. */
export function fallingCumulative(grid: QualityGrid): Finding[] {
  if (!grid.traits.isCumulative || grid.traits.isRate) return []
  return grid.periods.flatMap((number, period) => {
    const before = grid.before[period]!
    if (before < 0 || yearOf(number) !== yearOf(grid.periods[before]!)) return []
    return grid.units.flatMap((_, unit) => {
      const [value, former] = [grid.values[period]![unit]!, grid.values[before]![unit]!]
      const isFresh = grid.fresh[period]![unit] === 1 || grid.fresh[before]![unit] === 1
      if (!(value < former) || former < 0 || !isFresh) return []
      const numbers = { value, former, formerPeriod: grid.periods[before]! }
      return [
        finding(grid, { code: 'indicators.quality-cumulative-falls', severity: 'warning', numbers }, [
          [period, unit],
        ]),
      ]
    })
  })
}

const yearOf = (period: number) => Math.floor(period / 10_000) % 10_000

/** A printed 同比 that the levels beside it do not give, within the rounding of both. */
export function contradictedGrowth(grid: QualityGrid): Finding[] {
  return grid.periods.flatMap((_, period) => {
    const reference = grid.yearBefore[period]!
    if (reference < 0) return []
    let compared = 0
    const found = freshUnits(grid, period).flatMap((unit) => {
      const printed = grid.growths.get(period * grid.units.length + unit)
      const [value, former] = [grid.values[period]![unit]!, grid.values[reference]![unit]!]
      if (printed === undefined || Number.isNaN(value) || !(former > 0)) return []
      compared++
      const computed = grid.traits.isRate ? value - former : (value / former - 1) * 100
      const half = 0.5 * 10 ** -grid.decimals
      const rounding = grid.traits.isRate
        ? 2 * half + 0.06
        : 0.06 + (half * 100 * (1 + Math.abs(value / former))) / former
      const allowed = rounding + (grid.traits.hasPrices ? PRICES : 0)
      if (Math.abs(computed - printed) <= allowed) return []
      const numbers = { printed, computed: shown(computed), value, former }
      return [
        finding(grid, { code: 'indicators.quality-growth-contradicts', severity: 'warning', numbers }, [
          [period, unit],
        ]),
      ]
    })
    if (compared < LEAST || found.length < compared * MOST) return found
    const numbers = { units: found.length, of: compared, ...found[0]!.numbers }
    return [
      {
        ...found[0]!,
        code: 'indicators.quality-growth-basis',
        severity: 'hint',
        numbers,
        cells: found.flatMap(({ cells }) => cells),
      },
    ]
  })
}
