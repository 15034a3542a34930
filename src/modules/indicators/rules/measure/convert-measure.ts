import { decimalOf, type Fraction, fractionOf, over, times, whole } from '../exact/fraction.ts'
import type { Measure } from './measure.ts'
import { unitOf } from './unit-catalogue.ts'

interface Sized {
  /** Dimension → exponent, without those that cancel out. */
  readonly dimensions: ReadonlyMap<string, number>
  readonly factor: Fraction
}

/** How many of `to` one of `from` is, exactly; undefined when they measure different things. */
export function conversionFactor(from: Measure, to: Measure): Fraction | undefined {
  const [source, target] = [sizeOf(from), sizeOf(to)]
  if (source.dimensions.size !== target.dimensions.size) return undefined
  for (const [dimension, exponent] of source.dimensions)
    if (target.dimensions.get(dimension) !== exponent) return undefined
  return over(source.factor, target.factor)
}

/** A decimal of one measure in another, exact, or rounded half away from zero to 12 decimals (mu to hectares). */
export function convertDecimal(value: string, from: Measure, to: Measure): string | undefined {
  const factor = conversionFactor(from, to)
  return factor && decimalOf(times(fractionOf(value), factor))
}

/** Whether the measure is a share of one or a bare number: nothing is left when its dimensions cancel out. */
export function isShare(measure: Measure): boolean {
  return sizeOf(measure).dimensions.size === 0
}

function sizeOf({ prefix, terms }: Measure): Sized {
  let factor = powerOf(whole(10), prefix)
  const dimensions = new Map<string, number>()
  for (const { symbol, exponent } of terms) {
    const unit = unitOf(symbol)
    factor = times(factor, powerOf(unit.factor, exponent))
    if (unit.dimension === '') continue
    const sum = (dimensions.get(unit.dimension) ?? 0) + exponent
    if (sum === 0) dimensions.delete(unit.dimension)
    else dimensions.set(unit.dimension, sum)
  }
  return { dimensions, factor }
}

function powerOf(base: Fraction, exponent: number): Fraction {
  let power = whole(1)
  for (let at = 0; at < Math.abs(exponent); at++) power = times(power, base)
  return exponent < 0 ? over(whole(1), power) : power
}
