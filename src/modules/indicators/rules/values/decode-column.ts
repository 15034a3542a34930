import type { Column, Scaled } from './column.ts'

/** What a column is made of: decimal strings as they stand in the database. */
export interface TextColumn {
  readonly period: number
  readonly units: readonly number[]
  readonly values: readonly (string | null)[]
  readonly vintage: number
}

/** Digits that a double holds whatever they are: 10^15 < 2^53. */
const SAFE_DIGITS = 15

/** A column of exact scaled integers, at the largest number of decimals that any value has. */
export function decodeColumn({ period, units, values, vintage }: TextColumn): Column {
  let scale = 0
  let longest = 0
  for (const value of values) {
    if (value === null) continue
    const dot = value.indexOf('.')
    const whole = dot < 0 ? value.length : dot
    if (dot >= 0) scale = Math.max(scale, value.length - dot - 1)
    longest = Math.max(longest, whole)
  }
  const isSafe = longest + scale <= SAFE_DIGITS
  const decoded = values.map((value): Scaled | null => {
    if (value === null) return null
    const digits = digitsOf(value, scale)
    return isSafe ? Number(digits) : BigInt(digits)
  })
  return { period, scale, units, values: decoded, vintage }
}

/** `-12.5` at scale 3 is `-12500`. */
function digitsOf(value: string, scale: number): string {
  const dot = value.indexOf('.')
  if (dot < 0) return value + '0'.repeat(scale)
  return value.slice(0, dot) + value.slice(dot + 1) + '0'.repeat(scale - (value.length - dot - 1))
}
