import fc from 'fast-check'
import type { Column } from '../values/column.ts'
import type { Comparability } from './comparable-units.ts'

/** A column of whole values: unit 1 has the first, and so on; undefined is not reported. */
export function columnOf(values: readonly (number | null | undefined)[], rest: Partial<Column> = {}): Column {
  const named = values.flatMap((value, at) => (value === undefined ? [] : [{ unit: at + 1, value }]))
  return {
    period: 120241231,
    scale: 0,
    vintage: 1,
    units: named.map(({ unit }) => unit),
    values: named.map(({ value }) => value),
    ...rest,
  }
}

/** All of units 1 to `size`, compared without conditions. */
export function everyone(size: number): Comparability {
  const members = Array.from({ length: size }, (_, at) => at + 1)
  return { cohort: { day: '2024-12-31', members, outside: [] } }
}

/** Values of up to 12 units with many ties, some withdrawn and some not reported. */
export const someValues = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: -4, max: 4 }) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  ),
  { minLength: 1, maxLength: 12 },
)

export const someDirection = fc.oneof(
  fc.constant({ kind: 'higher' } as const),
  fc.constant({ kind: 'lower' } as const),
  fc
    .integer({ min: -30, max: 30 })
    .map((tenths) => ({ kind: 'near', target: (tenths / 10).toFixed(1) }) as const),
)
