import type { Context } from '../../kernel/context.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import type { Receipt } from './rules/clock/due-day.ts'

/** The moment of a command as the city's day and minute. */
export function cityTime(ctx: Context): Receipt {
  return { day: ctx.clock.today(), time: ctx.clock.time() }
}

/** The instant at which a day ends in the city, which is the first of the next day. */
export function endOfDay(ctx: Context, day: Day): Date {
  return new Date(Date.parse(`${addDays(day, 1)}T00:00:00Z`) - offsetOf(ctx))
}

/** The city's day of an instant. */
export function cityDay(ctx: Context, instant: string): Day {
  return new Date(Date.parse(instant) + offsetOf(ctx)).toISOString().slice(0, 10)
}

/** How far the city's clocks are ahead of UTC, in milliseconds. The zone keeps its offset all year. */
function offsetOf({ clock }: Context): number {
  const here = Date.parse(`${clock.today()}T${clock.time()}:00Z`)
  return here - Math.floor(clock.now().getTime() / 60_000) * 60_000
}
