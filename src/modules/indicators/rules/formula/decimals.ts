import type { Scaled } from '../values/column.ts'
import { WORKING_DECIMALS } from './plan.ts'

const MOST = Number.MAX_SAFE_INTEGER
const BIG_MOST = BigInt(MOST)
const powers: bigint[] = Array.from({ length: 4 * WORKING_DECIMALS }, (_, at) => 10n ** BigInt(at))

export function powerOfTen(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent)
}

// Numbers are several times quicker than bigints; a result that is safe was computed without a loss.

export function plus(a: Scaled, b: Scaled): Scaled {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (sum <= MOST && sum >= -MOST) return sum
  }
  return BigInt(a) + BigInt(b)
}

export function minus(a: Scaled, b: Scaled): Scaled {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b
    if (difference <= MOST && difference >= -MOST) return difference
  }
  return BigInt(a) - BigInt(b)
}

export function times(a: Scaled, b: Scaled): Scaled {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    // Without this, zero times a negative number would be a negative zero.
    if (product <= MOST && product >= -MOST) return product + 0
  }
  return BigInt(a) * BigInt(b)
}

/** `n / d` rounded half away from zero to a whole number; `d` is not zero. */
export function divideRounded(n: bigint, d: bigint): bigint {
  const isNegative = n < 0n !== d < 0n
  const top = n < 0n ? -n : n
  const bottom = d < 0n ? -d : d
  let quotient = top / bottom
  const rest = top - quotient * bottom
  if (rest + rest >= bottom) quotient += 1n
  return isNegative ? -quotient : quotient
}

/** `value / 10^places` rounded half away from zero, as a number where that is safe. */
export function dropDigits(value: Scaled, places: number): Scaled {
  if (typeof value === 'number') {
    if (places > 15) return dropDigits(BigInt(value), places)
    const divisor = 10 ** places
    const rest = value % divisor
    const quotient = (value - rest) / divisor
    return rest + rest >= divisor ? quotient + 1 : rest + rest <= -divisor ? quotient - 1 : quotient + 0
  }
  const quotient = divideRounded(value, powerOfTen(places))
  return scaledOf(quotient)
}

/** A number where that is safe. */
export function scaledOf(value: bigint): Scaled {
  return value <= BIG_MOST && value >= -BIG_MOST ? Number(value) : value
}
