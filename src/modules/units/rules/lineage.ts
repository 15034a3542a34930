import type { Day } from '../../../kernel/day.ts'
import type { Register, RegisterUnit } from '../schema.ts'
import { holdsOn } from './validity.ts'

/**
 * Who stood, on the day, where this unit stands in another time: the units that took its place, else the units
 * whose place it took. Itself when the register knows neither.
 */
export function standIns(register: Register, unit: RegisterUnit, day: Day | null): readonly RegisterUnit[] {
  const later = walk(unit, day, (at) => register.units.filter(({ key }) => key === at.successor))
  if (later.length > 0) return later
  const earlier = walk(unit, day, (at) => register.units.filter(({ successor }) => successor === at.key))
  return earlier.length > 0 ? earlier : [unit]
}

type Step = (at: RegisterUnit) => readonly RegisterUnit[]

function walk(start: RegisterUnit, day: Day | null, step: Step): RegisterUnit[] {
  const seen = new Set<RegisterUnit>([start])
  const found: RegisterUnit[] = []
  let front: readonly RegisterUnit[] = [start]
  while (front.length > 0) {
    const next = front.flatMap(step).filter((unit) => !seen.has(unit))
    for (const unit of next) seen.add(unit)
    found.push(...next.filter((unit) => holdsOn(unit.validity, day)))
    front = next.filter((unit) => !holdsOn(unit.validity, day))
  }
  return found
}
