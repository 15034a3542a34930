import type { Context } from '../../../kernel/context.ts'
import { addDays, type Day } from '../../../kernel/day.ts'

/** The instant at which a day ends in the city, which is the first of the next day. The zone keeps its offset all year. */
export function endOfDay(ctx: Context, day: Day): Date {
  const now = ctx.clock.now()
  const here = Date.parse(`${ctx.clock.today()}T${ctx.clock.time()}:00Z`)
  const offset = here - Math.floor(now.getTime() / 60_000) * 60_000
  return new Date(Date.parse(`${addDays(day, 1)}T00:00:00Z`) - offset)
}
