import { type Day, dayOf, timeOf } from './day.ts'

/** Where time comes from. Rules never read the machine's clock: they are given a day or an instant. */
export interface Clock {
  /** The instant, UTC. */
  now(): Date
  /** The day in the city's time zone. */
  today(): Day
  /** The time of day in the city's time zone, `HH:MM`. */
  time(): string
}

export function systemClock(timeZone = 'Asia/Shanghai'): Clock {
  return {
    now: () => new Date(),
    today: () => dayOf(new Date(), timeZone),
    time: () => timeOf(new Date(), timeZone),
  }
}

/** A clock that stands still, for tests and for `asOf` questions. */
export function fixedClock(instant: string, timeZone = 'Asia/Shanghai'): Clock {
  const now = new Date(instant)
  return { now: () => now, today: () => dayOf(now, timeZone), time: () => timeOf(now, timeZone) }
}
