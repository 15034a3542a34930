import type { Day } from '../../../kernel/day.ts'
import type { CityMinute } from './sending-time.ts'

const MINUTE_MS = 60_000

/** The clock's one moment, as an instant and as the city reads it. */
export interface Now {
  readonly instant: Date
  readonly day: Day
  readonly time: string
}

/** How far the city is ahead of UTC, from what its clock shows: China has one time and no summer time. */
function aheadMs({ instant, day, time }: Now): number {
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(instant.getTime() / MINUTE_MS) * MINUTE_MS
}

export function instantOf({ day, time }: CityMinute, now: Now): Date {
  return new Date(Date.parse(`${day}T${time}:00Z`) - aheadMs(now))
}

export function cityMinuteOf(instant: Date, now: Now): CityMinute {
  const text = new Date(instant.getTime() + aheadMs(now)).toISOString()
  return { day: text.slice(0, 10), time: text.slice(11, 16) }
}
