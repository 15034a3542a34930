import { type Finding, finding, freshUnits, type QualityGrid } from './quality-grid.ts'
import { median, shown } from './robust.ts'

const LEAST_UNITS = 5
/** Whole cities do not treble in a year. */
const LEAST_FACTOR = Math.log(3)
/** A factor this near to a power of ten is one of units of measure. */
const NEAR_POWER = 0.08
/** That share of the units jumps by the same factor, up to a half of it. */
const MOST_UNITS = 0.8
const SAME_FACTOR = Math.log(1.6)
const NEIGHBOURS = 2
/** Published values within so many periods are what new ones are held against; a long history is held against itself. */
const NEAR = 6
const MOST_TREND = 0.3

/**
 * A period in which nearly all units are a common factor above or below their other periods: a unit of measure that
 * changed (×10,000), or a count of another kind, as a sample survey's beside a census.
 */
export function periodJumps(grid: QualityGrid): Finding[] {
  if (grid.traits.isRate) return []
  return grid.periods.flatMap((_, period) => {
    const found = freshUnits(grid, period).flatMap((unit) => {
      const factor = logFactor(grid, period, unit)
      return Number.isNaN(factor) ? [] : [{ unit, factor }]
    })
    if (found.length < LEAST_UNITS) return []
    const common = median(found.map(({ factor }) => factor))
    if (Math.abs(common) < LEAST_FACTOR) return []
    const jumping = found.filter(({ factor }) => Math.abs(factor - common) < SAME_FACTOR)
    if (jumping.length < found.length * MOST_UNITS) return []
    const power = Math.round(common / Math.LN10)
    const isPower = power !== 0 && Math.abs(common / Math.LN10 - power) < NEAR_POWER
    const numbers = { factor: shown(Math.exp(common)), units: jumping.length, of: found.length, power }
    const places = jumping.map(({ unit }) => [period, unit] as const)
    return isPower
      ? [finding(grid, { code: 'indicators.quality-measure-changed', severity: 'error', numbers }, places)]
      : [finding(grid, { code: 'indicators.quality-count-mixed', severity: 'warning', numbers }, places)]
  })
}

/** How far, in logarithms, a value is from its unit's neighbouring periods: the four nearest, two on each side where it can be. */
export function logFactor(grid: QualityGrid, period: number, unit: number): number {
  let known = factors.get(grid)
  if (!known) {
    known = new Float64Array(grid.periods.length * grid.units.length).fill(UNKNOWN)
    factors.set(grid, known)
  }
  const place = period * grid.units.length + unit
  if (known[place] === UNKNOWN) known[place] = factorOf(grid, period, unit)
  return known[place]!
}

/** Asked twice for each value, by two rules; computed once. */
const factors = new WeakMap<QualityGrid, Float64Array>()
const UNKNOWN = Number.POSITIVE_INFINITY

/** The nearest values on each side, in logarithms and without the trend; kept to spare a million small arrays. */
const earlier = new Float64Array(2 * NEIGHBOURS)
const later = new Float64Array(2 * NEIGHBOURS)

/**
 * Against what is published, where there is enough of it: a whole table in another unit of measure agrees with itself.
 * Otherwise against the other values of the import.
 */
function factorOf(grid: QualityGrid, period: number, unit: number): number {
  const value = grid.values[period]![unit]!
  if (!(value > 0)) return Number.NaN
  const isKnown = isPublishedAround(grid, period, unit)
  const before = nearest(grid, { period, unit, step: -1, isKnown })
  const after = nearest(grid, { period, unit, step: 1, isKnown })
  // Of two values alone one cannot know which is wrong: the later one is asked about.
  if (before === 0 && after < NEIGHBOURS) return Number.NaN
  const most = 2 * NEIGHBOURS
  const taken = [
    ...earlier.subarray(0, Math.min(before, Math.max(NEIGHBOURS, most - after))),
    ...later.subarray(0, Math.min(after, Math.max(NEIGHBOURS, most - before))),
  ].sort((a, b) => b - a)
  const log = Math.log(value) - logOfMonths(grid, period)
  const [low, high] = [log - taken[(taken.length - 1) >> 1]!, log - taken[taken.length >> 1]!]
  return Math.abs(low) < Math.abs(high) ? low : high
}

/** Fills the list of that side and says how many there are. */
function nearest(
  grid: QualityGrid,
  { period, unit, step, isKnown }: { period: number; unit: number; step: 1 | -1; isKnown: boolean },
): number {
  const { values, fresh, periods } = grid
  const list = step === 1 ? later : earlier
  const trend = keptTrend(grid, unit)
  let count = 0
  for (let at = period + step; at >= 0 && at < periods.length && count < list.length; at += step) {
    const value = values[at]![unit]!
    if (!(value > 0) || (isKnown && fresh[at]![unit] === 1)) continue
    list[count++] = Math.log(value) - logOfMonths(grid, at) + trend * (period - at)
  }
  return count
}

function isPublishedAround({ values, fresh }: QualityGrid, period: number, unit: number): boolean {
  let count = 0
  const end = Math.min(values.length, period + NEAR + 1)
  for (let at = Math.max(0, period - NEAR); at < end && count < NEIGHBOURS; at++)
    if (at !== period && fresh[at]![unit] === 0 && values[at]![unit]! > 0) count++
  return count >= NEIGHBOURS
}

/** What has been counted since January is compared by the month: 1—2月 after 1—11月 is no fall to a fifth. */
function logOfMonths({ traits, periods }: QualityGrid, at: number): number {
  return traits.isCumulative ? Math.log(Math.floor(periods[at]! / 100) % 100) : 0
}

const trends = new WeakMap<readonly Float64Array[], Float64Array>()

/** Each unit's trend is computed once for a grid. */
function keptTrend(grid: QualityGrid, unit: number): number {
  const { values } = grid
  let kept = trends.get(values)
  if (!kept) {
    kept = new Float64Array(values[0]!.length).fill(Number.NaN)
    trends.set(values, kept)
  }
  if (Number.isNaN(kept[unit]!)) kept[unit] = trendOf(grid, unit)
  return kept[unit]!
}

/** The unit's usual growth from one period to the next; wild steps do not move a median. */
function trendOf(grid: QualityGrid, unit: number): number {
  const { values } = grid
  const steps: number[] = []
  for (let at = 1; at < values.length; at++) {
    const [former, value] = [values[at - 1]![unit]!, values[at]![unit]!]
    if (former > 0 && value > 0)
      steps.push(Math.log(value / former) - logOfMonths(grid, at) + logOfMonths(grid, at - 1))
  }
  return steps.length < 3 ? 0 : Math.max(-MOST_TREND, Math.min(MOST_TREND, median(steps)))
}
