import { valueOfUnit } from '../league/value-of-unit.ts'
import type { Column, Scaled } from './column.ts'
import { formatScaled } from './format-scaled.ts'
import { rescale } from './rescale.ts'

/** What a unit has reached, and the last part that it reported. */
export interface Accumulated {
  readonly value: string
  /** Place among the parts, from 0. */
  readonly at: number
}

/**
 * What a unit has reached over the parts of a period, in their order: the sum up to the last part that it reported, or that
 * part's own value. A sum over a part that is missing in between is none.
 */
export function accumulate(
  parts: readonly (Column | undefined)[],
  unit: number,
  how: 'sum' | 'last',
): Accumulated | undefined {
  const values = parts.map((column) => (column ? (valueOfUnit(column, unit) ?? null) : null))
  const at = values.findLastIndex((value) => value !== null)
  if (at < 0) return undefined
  if (how === 'last') return { value: formatScaled(values[at]!, parts[at]!.scale), at }
  const taken = parts.slice(0, at + 1)
  if (values.slice(0, at + 1).includes(null)) return undefined
  const scale = Math.max(...taken.map((column) => column!.scale))
  const sum = taken.reduce((total, column, index) => total + scaledTo(column!, values[index]!, scale), 0n)
  return { value: formatScaled(sum, scale), at }
}

function scaledTo({ period, vintage, scale: own }: Column, value: Scaled, scale: number): bigint {
  return BigInt(rescale({ period, vintage, scale: own, units: [0], values: [value] }, scale).values[0]!)
}
