import fc from 'fast-check'
import type { QualityGrid, QualityTraits } from './quality-grid.ts'

export const LEVELS: QualityTraits = {
  isAdditive: true,
  isRate: false,
  isShare: false,
  isCumulative: false,
  hasPrices: false,
}

/** A plain sequence of fractions in [0, 1) from a seed (Park and Miller, 1988). */
export function fractions(seed: number): () => number {
  let state = (seed % 2147483646) + 1
  return () => {
    state = (state * 48271) % 2147483647
    return (state - 1) / 2147483646
  }
}

export interface CleanData {
  readonly years: number
  readonly units: number
  /** Standard deviation of yearly growth about its trend. */
  readonly noise: number
  readonly seed: number
}

export const cleanData = fc.record({
  years: fc.integer({ min: 6, max: 12 }),
  units: fc.integer({ min: 8, max: 31 }),
  noise: fc.double({ min: 0.005, max: 0.04, noNaN: true }),
  seed: fc.integer({ min: 0, max: 2 ** 30 }),
})

/** Levels of units from 2010 on, growing by a trend of their own with noise; the first unit is the sum of the others. */
export function cleanLevels({ years, units, noise, seed }: CleanData): number[][] {
  const next = fractions(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const levels = Array.from({ length: units }, () => 50 * Math.exp(2 * next()))
  const trends = Array.from({ length: units }, () => 0.03 + 0.06 * next())
  return Array.from({ length: years }, () => {
    for (const [unit, trend] of trends.entries()) levels[unit]! *= Math.exp(trend + noise * normal())
    const row = levels.map((level) => Math.round(level * 10) / 10)
    row[0] = Math.round(row.slice(1).reduce((sum, value) => sum + value, 0) * 10) / 10
    return row
  })
}

export interface GridOptions {
  readonly traits?: Partial<QualityTraits>
  readonly published?: readonly (readonly number[])[]
  /** Years from the first that are new; all when left out. */
  readonly freshFrom?: number
  readonly growths?: ReadonlyMap<number, number>
}

/** A grid of yearly values, [year][unit]; the first unit is the whole. */
export function gridOf(values: readonly (readonly number[])[], options: GridOptions = {}): QualityGrid {
  const { traits, published, freshFrom = 0, growths = new Map() } = options
  const before = values.map((_, at) => at - 1)
  return {
    indicator: 1,
    periods: values.map((_, at) => (2010 + at) * 10_000 + 100_001_231),
    yearBefore: before,
    before,
    units: values[0]!.map((_, unit) => unit + 1),
    values: values.map((row) => Float64Array.from(row)),
    fresh: values.map((row, at) =>
      Uint8Array.from(row, (value) => (at >= freshFrom && !Number.isNaN(value) ? 1 : 0)),
    ),
    published: values.map((row, at) => Float64Array.from(published?.[at] ?? row.map(() => Number.NaN))),
    whole: 0,
    totals: new Map(),
    growths,
    decimals: 1,
    traits: { ...LEVELS, ...traits },
  }
}
