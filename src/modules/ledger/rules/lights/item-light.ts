import type { Day } from '../../../../kernel/day.ts'
import { dayNumber } from '../../../../kernel/day-number.ts'
import type { WorkingCalendar } from '../../../../kernel/working-calendar.ts'
import { firstDayReached } from './first-day.ts'
import { isBehind, isBehindCondition } from './is-behind.ts'
import { type Light, SEVERITY } from './light.ts'
import { clockNumbers, type LightFacts } from './light-facts.ts'
import type { LightRuleSet } from './rule-set.ts'

export type { LightFacts } from './light-facts.ts'

export interface LightQuestion {
  readonly asOf: Day
  readonly rules: LightRuleSet
  readonly calendar: WorkingCalendar
}

/**
 * An item's light by the end of a day, and which rule gives it (its place in `rules.rules`; null when none does). Nobody
 * stores or sets a light (DESIGN.md, invariant 2). While the item stays as it is, the light only worsens.
 * O(rules), O(nodes) for a node plan.
 * @throws invalid `kernel.calendar-year-missing` when a rule counts working days into a year without data
 */
export function itemLight(facts: LightFacts, question: LightQuestion): { light: Light; rule: number | null } {
  const standing = standingLight(facts)
  if (standing) return { light: standing, rule: null }
  const { rules, calendar } = question
  const numbers = clockNumbers(facts)
  const asked = { facts, numbers, calendar }
  const today = dayNumber(question.asOf)
  const clockDay = Math.min(today, numbers.standsFrom)
  let [strongest, by] = [-1, -1]
  for (const [at, { light, when }] of rules.rules.entries()) {
    const strength = SEVERITY.indexOf(light)
    if (strength <= strongest) continue
    const day = when.kind === 'notice' ? today : clockDay
    const holds = isBehindCondition(when) ? isBehind(when, numbers, day) : day >= firstDayReached(when, asked)
    if (holds) [strongest, by] = [strength, at]
  }
  if (by >= 0) return { light: SEVERITY[strongest]!, rule: by }
  return { light: facts.dueOn === null ? 'none' : 'green', rule: null }
}

/** The light of an item whose clock does not run, whatever the day; undefined when it runs. */
export function standingLight({ state, wasLate }: Pick<LightFacts, 'state' | 'wasLate'>): Light | undefined {
  switch (state) {
    case 'open':
      return undefined
    case 'suspended':
      return 'paused'
    case 'closed':
      return wasLate ? 'done-late' : 'done'
    case 'withdrawn':
    case 'not-dispatched':
      return 'none'
  }
}
