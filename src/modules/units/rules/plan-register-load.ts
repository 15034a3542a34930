import { isDeepStrictEqual } from 'node:util'
import type { Cohort, Register, RegisterUnit } from '../schema.ts'

export interface Change<T> {
  readonly before: T | null
  readonly after: T
}

/** What loading a register would do: only entries that differ are written. */
export interface RegisterPlan {
  readonly city: Change<Register['city']> | null
  readonly cohorts: readonly Change<Cohort>[]
  readonly units: readonly Change<RegisterUnit>[]
  /** Whether entries stand in another order than before. */
  readonly reordered: boolean
  /** Keys that are stored and that the new register no longer has: a reason to refuse it. */
  readonly leftOut: readonly string[]
}

/** Compares the stored register, null before the first load, with the one to load. */
export function planRegisterLoad(stored: Register | null, next: Register): RegisterPlan {
  const cohorts = stored?.cohorts ?? []
  const units = stored?.units ?? []
  return {
    city: isDeepStrictEqual(stored?.city, next.city)
      ? null
      : { before: stored?.city ?? null, after: next.city },
    cohorts: changes(cohorts, next.cohorts),
    units: changes(units, next.units),
    reordered: isReordered(cohorts, next.cohorts) || isReordered(units, next.units),
    leftOut: [...leftOut(cohorts, next.cohorts), ...leftOut(units, next.units)],
  }
}

/** Whether there is nothing to write. */
export function isEmptyPlan(plan: RegisterPlan): boolean {
  return plan.city === null && plan.cohorts.length + plan.units.length === 0 && !plan.reordered
}

interface Keyed {
  readonly key: string
}

function changes<T extends Keyed>(before: readonly T[], after: readonly T[]): Change<T>[] {
  const known = new Map(before.map((entry) => [entry.key, entry]))
  return after
    .map((entry) => ({ before: known.get(entry.key) ?? null, after: entry }))
    .filter((change) => !isDeepStrictEqual(change.before, change.after))
}

function leftOut(before: readonly Keyed[], after: readonly Keyed[]): string[] {
  const keys = new Set(after.map(({ key }) => key))
  return before.map(({ key }) => key).filter((key) => !keys.has(key))
}

function isReordered(before: readonly Keyed[], after: readonly Keyed[]): boolean {
  return before.some(({ key }, at) => after[at]?.key !== key)
}
