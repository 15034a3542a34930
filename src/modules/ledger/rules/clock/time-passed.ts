import { addDays, type Day } from '../../../../kernel/day.ts'
import { dayNumber } from '../../../../kernel/day-number.ts'
import { type WorkingCalendar, workingDaysBetween } from '../../../../kernel/working-calendar.ts'
import type { Fraction } from './fraction.ts'
import { expectedOn, planLine } from './plan-line.ts'

/** From the first day of a task to its last, both included. */
export interface Span {
  readonly startOn: Day
  readonly dueOn: Day
}

/**
 * How much of the time has passed by the end of a day: nothing before the start, everything from the deadline on.
 * Months are equally long (`monthPosition`). With a calendar, working days are counted instead.
 * @throws invalid `kernel.calendar-year-missing` with a calendar that lacks a year of the span
 */
export function timePassed(span: Span, asOf: Day, calendar?: WorkingCalendar): Fraction {
  if (!calendar) {
    const line = planLine({ kind: 'linear' }, span)!
    return { numerator: expectedOn(line, dayNumber(asOf)), denominator: line.denominator }
  }
  if (asOf >= span.dueOn) return { numerator: 1, denominator: 1 }
  const before = addDays(span.startOn, -1)
  const denominator = workingDaysBetween(calendar, before, span.dueOn)
  if (asOf < span.startOn || denominator === 0) return { numerator: 0, denominator: 1 }
  return { numerator: workingDaysBetween(calendar, before, asOf), denominator }
}
