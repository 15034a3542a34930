import type { Column, Scaled } from './column.ts'
import { narrow, rescale } from './rescale.ts'

/** Decimals of a computed rate. */
export const RATE_SCALE = 12

/**
 * Growth in per cent: (now ÷ then − 1) × 100, to 12 decimals, half away from zero. None on a base that is not above zero: a
 * rate over it says nothing.
 */
export function growthColumn(now: Column, then: Column): Column {
  const scale = Math.max(now.scale, then.scale)
  const [later, earlier] = [rescale(now, scale), rescale(then, scale)]
  const before = new Map(earlier.units.map((unit, at) => [unit, earlier.values[at]!]))
  const units: number[] = []
  const values: (Scaled | null)[] = []
  for (const [at, unit] of later.units.entries()) {
    const base = before.get(unit)
    if (base === undefined) continue
    const value = later.values[at]!
    units.push(unit)
    values.push(value === null || base === null || base <= 0 ? null : rateOf(BigInt(value), BigInt(base)))
  }
  const vintage = Math.max(now.vintage, then.vintage)
  return { period: now.period, scale: RATE_SCALE, units, values: narrow(values), vintage }
}

const HUNDRED = 100n * 10n ** BigInt(RATE_SCALE)

/** Half away from zero; the base is above zero. */
function rateOf(value: bigint, base: bigint): bigint {
  const scaled = (value - base) * HUNDRED
  const half = scaled < 0n ? -base : base
  return (2n * scaled + half) / (2n * base)
}
