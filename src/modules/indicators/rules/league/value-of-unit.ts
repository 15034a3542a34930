import type { Column, Scaled } from '../values/column.ts'

/** The unit's value; null when withdrawn, undefined when the column does not name the unit. O(log units). */
export function valueOfUnit({ units, values }: Column, unit: number): Scaled | null | undefined {
  let low = 0
  let high = units.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = units[middle]!
    if (found === unit) return values[middle]
    if (found < unit) low = middle + 1
    else high = middle - 1
  }
  return undefined
}
