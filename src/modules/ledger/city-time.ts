import type { Context } from '../../kernel/context.ts'
import type { Receipt } from './rules/clock/due-day.ts'

/** The moment of a command as the city's day and minute. */
export function cityTime(ctx: Context): Receipt {
  return { day: ctx.clock.today(), time: ctx.clock.time() }
}
