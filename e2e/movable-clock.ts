import { type Clock, fixedClock } from '../src/kernel/clock.ts'
import { type Day, dayOf, timeOf } from '../src/kernel/day.ts'

/** A clock that runs on like the machine's, from wherever it was moved to. */
export interface MovableClock extends Clock {
  /** To a time of a day in the city's zone, ten in the morning unless given. */
  moveTo(day: Day, time?: string): void
}

const ZONE = 'Asia/Shanghai'

export function movableClock(day: Day): MovableClock {
  const instantOf = (to: Day, time: string) => fixedClock(`${to}T${time}:00+08:00`).now().getTime()
  let [from, movedAt] = [instantOf(day, '10:00'), Date.now()]
  const now = () => new Date(from + Date.now() - movedAt)
  return {
    now,
    today: () => dayOf(now(), ZONE),
    time: () => timeOf(now(), ZONE),
    moveTo(to, time = '10:00') {
      ;[from, movedAt] = [instantOf(to, time), Date.now()]
    },
  }
}
