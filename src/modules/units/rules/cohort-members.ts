import type { Day } from '../../../kernel/day.ts'
import type { Cohort, Register, RegisterUnit } from '../schema.ts'
import { foldName } from './fold-name.ts'
import { holdsOn } from './validity.ts'

/** The cohort that a key, name or alias stands for: 中心区 is 中心城区. */
export function findCohort(register: Register, name: string): Cohort | undefined {
  const wanted = foldName(name)
  return register.cohorts.find(
    (cohort) =>
      cohort.key === name || [cohort.name, ...cohort.aliases].some((known) => foldName(known) === wanted),
  )
}

/** The units compared with each other on the day: valid themselves, and members then. In the register's order. */
export function cohortMembers(
  register: Register,
  cohortKey: string,
  day: Day | null,
): readonly RegisterUnit[] {
  return register.units.filter(
    (unit) =>
      holdsOn(unit.validity, day) &&
      unit.cohorts.some(({ key, validity }) => key === cohortKey && holdsOn(validity, day)),
  )
}
