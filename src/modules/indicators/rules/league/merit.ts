import type { Column, Scaled } from '../values/column.ts'
import { alignScales } from './compare-with-decimal.ts'
import type { Direction } from './rank-rules.ts'

/**
 * How good a value is, as a whole number of which the greater is the better: the value, its negative, or the negative of
 * its distance to the target. All merits of a column are of one type and one scale.
 */
export interface Merit {
  readonly scale: number
  of(value: Scaled): Scaled
}

export function meritOf({ scale }: Pick<Column, 'scale'>, direction: Direction): Merit {
  if (direction.kind === 'higher') return { scale, of: (value) => value }
  if (direction.kind === 'lower') return { scale, of: (value) => -value }
  const { target } = direction
  return {
    scale: alignScales(0, scale, target)[2],
    of: (value) => {
      const [actual, wanted] = alignScales(value, scale, target)
      return actual > wanted ? wanted - actual : actual - wanted
    },
  }
}

/** Negative when `a` is smaller. */
export function compareScaled(a: Scaled, b: Scaled): number {
  return a < b ? -1 : a > b ? 1 : 0
}
