import type { Scaled } from '../values/column.ts'
import { dropDigits, powerOfTen, times } from './decimals.ts'

/** Why there is no value: the indicator, unit and period that it would take, or the division that cannot be made. */
export type Missing =
  | {
      readonly reason: 'no-value'
      readonly indicator: string
      readonly unit: number
      readonly period: number
    }
  | { readonly reason: 'no-parent'; readonly unit: number; readonly period: number }
  /** The kind of period has none there: week 53, 29 February; or its parts do not make it up. */
  | { readonly reason: 'no-period'; readonly unit: number; readonly period: number }
  | { readonly reason: 'division-by-zero'; readonly unit: number; readonly period: number }
  /** A growth rate on zero or less. */
  | { readonly reason: 'base-not-positive'; readonly unit: number; readonly period: number }

/** The values of one part of a formula in one period for all units, × 10^scale. */
export interface Vector {
  readonly scale: number
  readonly values: readonly (Scaled | null)[]
  /** Where a value is null. */
  readonly missing: readonly (Missing | undefined)[]
  /** The newest vintage that it rests on; 0 for numbers. */
  readonly vintage: number
}

export const NOTHING_MISSING: readonly undefined[] = []

/** The same values with at least as many decimals. */
export function withScale(vector: Vector, scale: number): Vector {
  if (vector.scale >= scale) return vector
  const places = scale - vector.scale
  const factor = places <= 15 ? 10 ** places : powerOfTen(places)
  return { ...vector, scale, values: vector.values.map((value) => value && times(value, factor)) }
}

/** At most so many decimals, half away from zero. */
export function rounded(vector: Vector, scale: number): Vector {
  if (vector.scale <= scale) return vector
  const places = vector.scale - scale
  const values = vector.values.map((value) => value && dropDigits(value, places))
  return { ...vector, scale, values }
}

/** The catalogues' sentence for why there is no value; its details are the indicator, unit and period by name. */
export function missingCode({ reason }: Missing): `indicators.formula-missing-${Missing['reason']}` {
  return `indicators.formula-missing-${reason}`
}
