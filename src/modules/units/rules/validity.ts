import type { Day } from '../../../kernel/day.ts'
import type { Validity } from '../schema.ts'

/** Whether the stretch holds on the day; a null day is an unknown one, on which everything may hold. */
export function holdsOn({ from, to }: Validity, day: Day | null): boolean {
  return day === null || ((from === null || from <= day) && (to === null || day < to))
}

/** Whether some day lies in both stretches. */
export function overlap(a: Validity, b: Validity): boolean {
  const startsBefore = (from: Day | null, to: Day | null) => from === null || to === null || from < to
  return startsBefore(a.from, b.to) && startsBefore(b.from, a.to)
}

/** Whether no day lies in it. */
export function isEmpty({ from, to }: Validity): boolean {
  return from !== null && to !== null && from >= to
}
