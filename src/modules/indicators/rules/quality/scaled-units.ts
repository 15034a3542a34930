import { logFactor } from './period-jumps.ts'
import { type Finding, finding, freshUnits, type QualityGrid } from './quality-grid.ts'
import { median, shown, spread } from './robust.ts'

const POWERS: ReadonlySet<number> = new Set([-8, -4, -3, -2, 2, 3, 4, 8])
/** A hundredth may be a third off; nothing in a city becomes a thousandth of itself, however it has grown meanwhile. */
const nearPower = (power: number) => (Math.abs(power) < 3 ? 0.12 : 0.3)
/** So many deviations from the other units. */
const FAR = 6

/** A value of one unit that is ×100, ×1,000, ×10,000 of its other periods while the rest stay: 万元 entered as 元. */
export function scaledUnits(grid: QualityGrid): Finding[] {
  if (grid.traits.isRate) return []
  return grid.periods.flatMap((_, period) => {
    const factors = freshUnits(grid, period).flatMap((unit) => {
      const factor = logFactor(grid, period, unit)
      return Number.isNaN(factor) ? [] : [{ unit, factor }]
    })
    const all = factors.map(({ factor }) => factor)
    const centre = all.length >= 3 ? median(all) : 0
    const width = all.length >= 3 ? Math.max(spread(all, centre), 0.05) : 0.2
    return factors.flatMap(({ unit, factor }) => {
      const power = Math.round(factor / Math.LN10)
      const isPower = POWERS.has(power) && Math.abs(factor / Math.LN10 - power) < nearPower(power)
      if (!isPower || Math.abs(factor - centre) < FAR * width) return []
      const numbers = { factor: shown(Math.exp(factor)), power, value: grid.values[period]![unit]! }
      return [
        finding(grid, { code: 'indicators.quality-unit-scaled', severity: 'warning', numbers }, [
          [period, unit],
        ]),
      ]
    })
  })
}
