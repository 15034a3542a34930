import type { Column } from '../values/column.ts'
import { formatScaled } from '../values/format-scaled.ts'
import { valueOfUnit } from './value-of-unit.ts'

/** A unit's value as a decimal; null where it has none. */
export function textOfUnit(column: Column | undefined, unit: number): string | null {
  const value = column && valueOfUnit(column, unit)
  return value == null ? null : formatScaled(value, column!.scale)
}
