import { z } from 'zod'

const Percent = z.string().regex(/^\d{1,4}(\.\d{1,6})?$/)

/** How a target is expected to be reached within its span, as it is stored with the target. */
export const PacePath = z.discriminatedUnion('kind', [
  /** Every month brings the same and every day of a month: half by 30 June, 75 % by 30 September (铜梁 2024). */
  z.object({ kind: z.literal('linear') }),
  /** Every day brings the same. */
  z.object({ kind: z.literal('days') }),
  /** Every working day brings the same. */
  z.object({ kind: z.literal('working-days') }),
  /** By the end of each node's day so many per cent; between nodes nothing more is expected. */
  z.object({
    kind: z.literal('nodes'),
    nodes: z
      .array(z.object({ on: z.iso.date(), percent: Percent }))
      .min(1)
      .max(60),
  }),
  /** The share of the year's total that former years had reached by this time, from at most so many of them. */
  z.object({ kind: z.literal('seasonal'), years: z.int().min(1).max(20) }),
])
export type PacePath = z.infer<typeof PacePath>
