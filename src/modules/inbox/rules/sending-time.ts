import { addDays, type Day } from '../../../kernel/day.ts'

/** A minute in the city: day and `HH:MM`. */
export interface CityMinute {
  readonly day: Day
  readonly time: string
}

export interface Hours {
  readonly from: string
  readonly until: string
}

/** What is asked of a calendar; `kernel/working-calendar.ts` answers it. */
export interface WorkingDays {
  isWorkingDay(day: Day): boolean
  knows(year: number): boolean
}

/** The longest run of days off is shorter; a calendar with none worked must not hang us. */
const FARTHEST_DAYS = 60

/** `now` when mail may go out at this minute; otherwise the next minute at which it may: a working morning. */
export function sendingTime(now: CityMinute, hours: Hours, calendar: WorkingDays): 'now' | CityMinute {
  if (!isWorked(now.day, calendar)) return nextMorning(now.day, hours, calendar)
  if (now.time < hours.from) return { day: now.day, time: hours.from }
  return now.time < hours.until ? 'now' : nextMorning(now.day, hours, calendar)
}

interface Digest {
  readonly now: CityMinute
  /** When the oldest message that waits for the mail had arrived. */
  readonly oldest: CityMinute
  /** A daily mail has gone out on the day of `now`. */
  readonly isDoneToday: boolean
}

/**
 * When the daily mail goes out: at the beginning of the first working morning after the oldest message that it
 * will hold, once a day. What arrives during the morning waits for the next one.
 */
export function digestTime(
  { now, oldest, isDoneToday }: Digest,
  hours: Hours,
  calendar: WorkingDays,
): 'now' | CityMinute {
  const isBeforeMorning = isWorked(oldest.day, calendar) && oldest.time < hours.from
  const due = isBeforeMorning
    ? { day: oldest.day, time: hours.from }
    : nextMorning(oldest.day, hours, calendar)
  const isDue = now.day > due.day || (now.day === due.day && now.time >= due.time)
  if (!isDue) return due
  return isDoneToday ? nextMorning(now.day, hours, calendar) : sendingTime(now, hours, calendar)
}

function nextMorning(day: Day, hours: Hours, calendar: WorkingDays): CityMinute {
  for (let ahead = 1; ahead <= FARTHEST_DAYS; ahead++) {
    const next = addDays(day, ahead)
    if (isWorked(next, calendar)) return { day: next, time: hours.from }
  }
  return { day: addDays(day, 1), time: hours.from }
}

/** A year that the State Council has not decided on yet counts as Monday to Friday: no deadline hangs on a mail. */
function isWorked(day: Day, calendar: WorkingDays): boolean {
  if (calendar.knows(Number(day.slice(0, 4)))) return calendar.isWorkingDay(day)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}
