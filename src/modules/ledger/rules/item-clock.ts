import type { Day } from '../../../kernel/day.ts'
import { daysBetween } from '../../../kernel/day.ts'
import type { WorkingCalendar } from '../../../kernel/working-calendar.ts'
import type { Item } from '../schema.ts'
import { expectedProgress } from './clock/expected-progress.ts'
import type { LightFacts } from './lights/item-light.ts'
import type { Light } from './lights/light.ts'
import { type LightTurns, lightFromTurns, lightTurns } from './lights/light-turns.ts'
import type { LightRuleSet } from './lights/rule-set.ts'

type Clocked = Omit<Item, 'light' | 'expected' | 'daysLate'>
interface Rules {
  readonly rules: LightRuleSet
  readonly calendar: WorkingCalendar
}

/** The fields that a light depends on. */
export type LightFields = Pick<
  Clocked,
  | 'state'
  | 'startOn'
  | 'dueOn'
  | 'progress'
  | 'startedOn'
  | 'plan'
  | 'reportedOn'
  | 'wasLate'
  | 'notice'
  | 'noticeOn'
>

/** What the rules for lights need to know of an item. */
export function lightFactsOf(item: LightFields): LightFacts {
  return {
    state:
      item.state === 'closed' || item.state === 'withdrawn' || item.state === 'suspended'
        ? item.state
        : 'open',
    startOn: item.startOn,
    dueOn: item.dueOn,
    progress: item.progress,
    hasStarted: item.startedOn !== null || item.progress > 0,
    plan: item.plan,
    reportedOn: item.reportedOn,
    wasLate: item.wasLate,
    notice: item.notice && item.noticeOn ? { colour: item.notice, on: item.noticeOn } : null,
  }
}

/** The first days on which the light is at least so strong; `infinity` for never. */
export function turnsOf(item: LightFields, { rules, calendar }: Rules) {
  const turns = lightTurns(lightFactsOf(item), rules, calendar)
  return {
    blueFrom: turns.blueFrom ?? 'infinity',
    yellowFrom: turns.yellowFrom ?? 'infinity',
    orangeFrom: turns.orangeFrom ?? 'infinity',
    redFrom: turns.redFrom ?? 'infinity',
  }
}

/** The light that turning days kept with an item show on a day. */
export function lightByTurns(item: LightFields & LightTurns, asOf: Day): Light {
  const { state } = lightFactsOf(item)
  // `infinity`, never, comes after every day, also as text.
  return lightFromTurns(item, { ...item, state }, asOf)
}

/**
 * What an item's clock says on a day. The light is that of the days kept with this version of the item, so that a past
 * day shows what it showed then, under the rules of then.
 */
export function clockOn(
  item: Clocked & LightTurns,
  asOf: Day,
): Pick<Item, 'light' | 'expected' | 'daysLate'> {
  return { light: lightByTurns(item, asOf), expected: expectedOf(item, asOf), daysLate: daysLate(item, asOf) }
}

/** Days past the deadline in force: to the day that the work was finished, reported complete, or else until now. */
export function daysLate(
  item: Pick<Clocked, 'state' | 'dueOn' | 'finishedOn' | 'reportedOn'>,
  asOf: Day,
): number | null {
  if (item.dueOn === null || item.state === 'withdrawn') return null
  const until = item.finishedOn ?? item.reportedOn ?? asOf
  const late = daysBetween(item.dueOn, until)
  return late > 0 ? late : null
}

function expectedOf(item: Clocked, asOf: Day): number | null {
  const expected = expectedProgress(item.plan, item, asOf)
  return expected && Math.round((expected.numerator * 10_000) / expected.denominator) / 100
}
