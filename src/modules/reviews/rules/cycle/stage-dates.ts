import { addDays, dayOf } from '../../../../kernel/day.ts'
import type { Stage } from '../../schema.ts'
import defaults from './cycle-defaults.json' with { type: 'json' }

const HOUR = 3_600_000

export interface Held {
  readonly heldAt: Date
  /** When the next review is held, which closes this one; null while there is none. */
  readonly nextHeldAt: Date | null
  /** Of the city: days are its days. */
  readonly timeZone: string
}

/**
 * When each stage is due. The book lies before the meeting for 48 hours by the clock; commitments are out at the end of the
 * second day after it, by the city's calendar; the next review closes this one. Null: nothing says when.
 */
export function stageDueAt(stage: Stage, { heldAt, nextHeldAt, timeZone }: Held): Date | null {
  switch (stage) {
    case 'frozen':
      return new Date(heldAt.getTime() - defaults.freezeHoursBefore.hours * HOUR)
    case 'held':
      return heldAt
    case 'committed': {
      const lastDay = addDays(dayOf(heldAt, timeZone), defaults.commitmentsDaysAfter.days)
      return startOfDay(addDays(lastDay, 1), timeZone)
    }
    case 'closed':
      return nextHeldAt
    default:
      return null
  }
}

/** The first instant of a day in a zone, also where the clocks are changed. */
export function startOfDay(day: string, timeZone: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`)
  // No zone is further than 14 hours away: the day begins at the first full quarter of an hour that falls in it.
  for (let at = utc - 14 * HOUR; at <= utc + 14 * HOUR; at += HOUR / 4) {
    if (dayOf(new Date(at), timeZone) === day) return new Date(at)
  }
  throw new RangeError(`${day} does not begin in ${timeZone}`)
}
