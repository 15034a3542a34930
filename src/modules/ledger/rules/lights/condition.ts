import { z } from 'zod'

const percent = z.number().gt(0).max(100).multipleOf(0.01)
const days = z.int().min(0).max(366)
const unit = z.enum(['natural', 'working'])
/** The plan must last at least so many natural days: a reminder of five days has no progress to be behind with. */
const minDays = z.int().min(1).max(3660).optional()

/**
 * When a rule gives its light. Each condition, once it holds for an item that does not change, holds on every later
 * day: that is why an item's light turns on days that can be computed ahead (`lightTurns`).
 */
export const Condition = z.discriminatedUnion('kind', [
  /** Behind what the plan expects by percentage points: at least (≥) or more than (>) so many. */
  z.object({
    kind: z.literal('points-behind'),
    points: percent,
    than: z.enum(['at-least', 'more']),
    minDays,
  }),
  /** Behind what the plan expects, by however little. */
  z.object({ kind: z.literal('behind'), minDays }),
  /** Progress is less than so many per cent of what the plan expects. */
  z.object({ kind: z.literal('ratio-below'), percent, minDays }),
  /** So many days or fewer are left; 0 is the deadline itself. */
  z.object({ kind: z.literal('near-limit'), days, unit }),
  /** So many days or more after the deadline; 1 is the day after it. */
  z.object({ kind: z.literal('overdue'), days: days.min(1), unit }),
  /** Not started when so many months have ended, the month of the planned start being the first. */
  z.object({ kind: z.literal('not-started'), months: z.int().min(1).max(60) }),
  /** The strongest notice issued in this round and outstanding has this colour. */
  z.object({ kind: z.literal('notice'), colour: z.enum(['blue', 'yellow', 'orange', 'red']) }),
])
export type Condition = z.infer<typeof Condition>
