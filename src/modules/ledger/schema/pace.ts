import { z } from 'zod'
import { ItemFilterQuery } from './list-items.ts'

export const PaceBy = z.enum(['item', 'unit', 'plan', 'city'])
export type PaceBy = z.infer<typeof PaceBy>

export const AskPace = ItemFilterQuery.extend({ by: PaceBy.default('unit') })
export type AskPace = z.infer<typeof AskPace>

/**
 * Time passed against progress (时间过半、任务过半) of items without parts. Shares are sums of weight × share over
 * `weight`, decimals as text, exact; the percentages beside them are cut to two places.
 */
export const PaceRow = z.object({
  /** An item's or a plan's id, a unit's id; null: items that nobody leads, or the city. */
  key: z.string().nullable(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  /** Items counted; those without a start or a deadline have no time that passes. */
  counted: z.int(),
  withoutClock: z.int(),
  weight: z.string(),
  timePassed: z.string(),
  expected: z.string(),
  progress: z.string(),
  timePassedPercent: z.string().nullable(),
  expectedPercent: z.string().nullable(),
  progressPercent: z.string().nullable(),
  isBehindTime: z.boolean(),
  isBehindPlan: z.boolean(),
  /** Opens into the items counted and those without a clock. */
  query: z.string(),
})
export type PaceRow = z.infer<typeof PaceRow>

export const Pace = z.object({
  by: PaceBy,
  asOf: z.iso.date(),
  rows: z.array(PaceRow),
  /** False when there are more rows than are shown. */
  isComplete: z.boolean(),
})
export type Pace = z.infer<typeof Pace>
