import { type Fraction, ratio } from '../../exact/fraction.ts'
import type { Column } from '../../values/column.ts'
import { valueOfUnit } from '../value-of-unit.ts'

/** The unit's value as an exact number; undefined when it has none. */
export function exactValue(column: Column | undefined, unit: number): Fraction | undefined {
  const value = column && valueOfUnit(column, unit)
  if (value == null) return undefined
  return ratio(BigInt(value), 10n ** BigInt(column!.scale))
}
