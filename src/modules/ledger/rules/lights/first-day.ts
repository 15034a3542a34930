import { dateOf, dayNumber, dayOfNumber } from '../../../../kernel/day-number.ts'
import { addWorkingDays, type WorkingCalendar } from '../../../../kernel/working-calendar.ts'
import type { Condition } from './condition.ts'
import { type BehindCondition, isBehind, isBehindCondition } from './is-behind.ts'
import type { ClockNumbers, LightFacts } from './light-facts.ts'

/** What a condition is asked about. */
export interface Asked {
  readonly facts: LightFacts
  readonly numbers: ClockNumbers
  readonly calendar: WorkingCalendar
}

/** The first day (`dayNumber`) on which a condition holds while the item stays as it is; Infinity for never. */
export function firstDay(condition: Condition, asked: Asked): number {
  if (isBehindCondition(condition)) return firstDayBehind(condition, asked.numbers)
  return firstDayReached(condition, asked)
}

/** Of the conditions that wait for a day. */
export function firstDayReached(
  condition: Exclude<Condition, BehindCondition>,
  { facts, numbers, calendar }: Asked,
): number {
  const { startDay, dueDay } = numbers
  switch (condition.kind) {
    case 'near-limit':
    case 'overdue': {
      if (dueDay === null) return Infinity
      const count = condition.kind === 'overdue' ? condition.days : -condition.days
      if (condition.unit === 'natural') return dueDay + count
      return dayNumber(addWorkingDays(calendar, dayOfNumber(dueDay), count))
    }
    case 'not-started': {
      if (startDay === null || facts.hasStarted) return Infinity
      const { year, month } = dateOf(startDay)
      return Date.UTC(year, month - 1 + condition.months, 0) / 86_400_000
    }
    case 'notice':
      return facts.notice?.colour === condition.colour ? dayNumber(facts.notice.on) : Infinity
  }
}

/** O(log of the plan's length): before the first day nothing is expected, after the last day nothing more. */
function firstDayBehind(condition: BehindCondition, numbers: ClockNumbers): number {
  const { line } = numbers
  if (line === null || !isBehind(condition, numbers, line.lastDay)) return Infinity
  let [low, high] = [line.firstDay, line.lastDay]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (isBehind(condition, numbers, middle)) high = middle
    else low = middle + 1
  }
  return low
}
