import type { Column, Scaled } from '../values/column.ts'
import { type ApartReason, type Comparability, comparableUnits } from './comparable-units.ts'
import { meritOf } from './merit.ts'
import type { Direction } from './rank-rules.ts'

export type UnitPlace =
  | {
      readonly kind: 'ranked'
      readonly value: Scaled
      /** By standard competition: one more than are strictly better. */
      readonly rank: number
      readonly sharedBy: number
      readonly of: number
    }
  | { readonly kind: 'apart'; readonly reason: ApartReason }

/**
 * One unit's place without the table: the same as `rankColumn` gives by the standard tie rule, for a page on which a unit
 * stands in hundreds of tables. O(units).
 */
export function placeOfUnit(
  column: Column,
  unit: number,
  { direction, comparability }: { direction: Direction; comparability: Comparability },
): UnitPlace {
  const { compared, apart } = comparableUnits(column, comparability)
  const own = compared.find((each) => each.unit === unit)
  if (!own) {
    const reason = apart.find((each) => each.unit === unit)?.reason ?? 'not-in-cohort'
    return { kind: 'apart', reason }
  }
  const merit = meritOf(column, direction)
  const mine = merit.of(own.value)
  let better = 0
  let sharedBy = 0
  for (const { value } of compared) {
    const theirs = merit.of(value)
    if (theirs > mine) better += 1
    else if (theirs === mine) sharedBy += 1
  }
  return { kind: 'ranked', value: own.value, rank: better + 1, sharedBy, of: compared.length }
}
