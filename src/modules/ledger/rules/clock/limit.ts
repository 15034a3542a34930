import { z } from 'zod'

/**
 * A time limit as data: "30 working days". `dayZero` says whether the day of receipt is excluded (`next-day`, the rule of
 * the Civil Code, article 201) or is the first day counted (`same-day`). With a `cutoff`, a receipt after that minute
 * or on a day off counts as received on the next working day (DOMAIN.md 11.6); null turns that off.
 */
export const Limit = z.object({
  count: z.int().min(1).max(3650),
  unit: z.enum(['natural', 'working', 'month']),
  dayZero: z.enum(['next-day', 'same-day']),
  cutoff: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
})
export type Limit = z.infer<typeof Limit>
