import type { Day } from '../../../../kernel/day.ts'
import { dayOfNumber } from '../../../../kernel/day-number.ts'
import type { WorkingCalendar } from '../../../../kernel/working-calendar.ts'
import { firstDay } from './first-day.ts'
import { standingLight } from './item-light.ts'
import { type Light, SEVERITY } from './light.ts'
import { clockNumbers, type LightFacts } from './light-facts.ts'
import type { LightRuleSet } from './rule-set.ts'

/** The first day on which the light is at least so grave while the item stays as it is; null for never. */
export interface LightTurns {
  readonly blueFrom: Day | null
  readonly yellowFrom: Day | null
  readonly orangeFrom: Day | null
  readonly redFrom: Day | null
}

const NEVER: LightTurns = { blueFrom: null, yellowFrom: null, orangeFrom: null, redFrom: null }

/**
 * The days on which an item's light turns, to be written beside the item with each of its changes, so that a database
 * can filter by light on any day although nobody stores a light. O(rules × log of the plan's length).
 * @throws invalid `kernel.calendar-year-missing` when a rule counts working days into a year without data
 */
export function lightTurns(facts: LightFacts, rules: LightRuleSet, calendar: WorkingCalendar): LightTurns {
  if (standingLight(facts)) return NEVER
  const numbers = clockNumbers(facts)
  const asked = { facts, numbers, calendar }
  const from = [Infinity, Infinity, Infinity, Infinity]
  for (const { light, when } of rules.rules) {
    const day = firstDay(when, asked)
    if (when.kind !== 'notice' && day > numbers.standsFrom) continue
    for (let at = SEVERITY.indexOf(light); at >= 0; at--) if (day < from[at]!) from[at] = day
  }
  const [blueFrom, yellowFrom, orangeFrom, redFrom] = from.map((day) =>
    day === Infinity ? null : dayOfNumber(day),
  )
  return { blueFrom: blueFrom!, yellowFrom: yellowFrom!, orangeFrom: orangeFrom!, redFrom: redFrom! }
}

/** The light that the turning days give: always the one of `itemLight`. What SQL must say, said in code. */
export function lightFromTurns(
  turns: LightTurns,
  item: Pick<LightFacts, 'state' | 'wasLate' | 'dueOn'>,
  asOf: Day,
): Light {
  const standing = standingLight(item)
  if (standing) return standing
  const has = (from: Day | null) => from !== null && from <= asOf
  if (has(turns.redFrom)) return 'red'
  if (has(turns.orangeFrom)) return 'orange'
  if (has(turns.yellowFrom)) return 'yellow'
  if (has(turns.blueFrom)) return 'blue'
  return item.dueOn === null ? 'none' : 'green'
}
