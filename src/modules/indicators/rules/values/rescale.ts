import type { Column, Scaled } from './column.ts'

const SAFE = BigInt(Number.MAX_SAFE_INTEGER)

/** The same values with more decimals, bigint where a number would not be safe. */
export function rescale(column: Column, scale: number): Column {
  if (scale === column.scale) return column
  if (scale < column.scale) throw new RangeError(`A column of ${column.scale} decimals does not fit ${scale}`)
  const factor = 10n ** BigInt(scale - column.scale)
  const values = column.values.map((value) => (value === null ? null : BigInt(value) * factor))
  return { ...column, scale, values: narrow(values) }
}

/** Numbers if all of them are safe. */
export function narrow(values: readonly (Scaled | null)[]): (Scaled | null)[] {
  const isSafe = values.every((value) => value === null || (value <= SAFE && value >= -SAFE))
  return values.map((value) => (value === null ? null : isSafe ? Number(value) : BigInt(value)))
}
