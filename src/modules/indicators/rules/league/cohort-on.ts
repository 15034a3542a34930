import type { Day } from '../../../../kernel/day.ts'

/** That a unit belongs to a cohort from a day on; `to` is the first day on which it no longer does. */
export interface Membership {
  readonly unit: number
  readonly from: Day | null
  readonly to: Day | null
  /** The unit that took its place, where it was merged or renamed. */
  readonly successor?: number | null
}

/** Who was in a cohort on a day, and who was on other days only. */
export interface CohortOnDay {
  readonly day: Day
  /** Ascending, each once. */
  readonly members: readonly number[]
  /** Units of the cohort's other days, ascending. A unit with a successor whose time is over counts as merged. */
  readonly outside: readonly OutsideUnit[]
}

export interface OutsideUnit {
  readonly unit: number
  /** The unit that it was merged into by that day, else null. */
  readonly mergedInto: number | null
}

/** The cohort as it stood on the day (`rules/period` gives the last day of a period). O(n log n). */
export function cohortOn(memberships: readonly Membership[], day: Day): CohortOnDay {
  const members = new Set<number>()
  for (const { unit, from, to } of memberships) {
    if ((from === null || from <= day) && (to === null || day < to)) members.add(unit)
  }
  const outside = new Map<number, number | null>()
  for (const { unit, to, successor } of memberships) {
    if (members.has(unit)) continue
    const isOver = to !== null && to <= day
    outside.set(unit, (isOver ? successor : null) ?? outside.get(unit) ?? null)
  }
  return {
    day,
    members: [...members].sort(ascending),
    outside: [...outside]
      .map(([unit, mergedInto]) => ({ unit, mergedInto }))
      .sort((a, b) => ascending(a.unit, b.unit)),
  }
}

function ascending(a: number, b: number): number {
  return a - b
}
