import { z } from 'zod'

export const Frequency = z.enum(['year', 'half', 'quarter', 'month', 'cumulative', 'week', 'day'])
export type Frequency = z.infer<typeof Frequency>

/** Whether more is better, less, or what lies nearest to a value. */
export const Direction = z.enum(['higher', 'lower', 'near'])
export type Direction = z.infer<typeof Direction>
