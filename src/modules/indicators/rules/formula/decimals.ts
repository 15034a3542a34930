import { WORKING_DECIMALS } from './plan.ts'

const powers: bigint[] = Array.from({ length: 4 * WORKING_DECIMALS }, (_, at) => 10n ** BigInt(at))

export function powerOfTen(exponent: number): bigint {
  return powers[exponent] ?? 10n ** BigInt(exponent)
}

/** `n / d` rounded half away from zero to a whole number; `d` is not zero. */
export function divideRounded(n: bigint, d: bigint): bigint {
  const isNegative = n < 0n !== d < 0n
  const [top, bottom] = [n < 0n ? -n : n, d < 0n ? -d : d]
  const quotient = (2n * top + bottom) / (2n * bottom)
  return isNegative ? -quotient : quotient
}
