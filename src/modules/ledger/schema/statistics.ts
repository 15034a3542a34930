import { z } from 'zod'
import { Light } from './item.ts'
import { ItemFilterQuery } from './list-items.ts'

export const StatisticsBy = z.enum(['unit', 'origin', 'theme', 'month', 'kind'])
export type StatisticsBy = z.infer<typeof StatisticsBy>

/** Which items are counted; what the counts themselves ask for cannot be asked for besides. */
export const AskStatistics = ItemFilterQuery.omit({
  state: true,
  light: true,
  isOpen: true,
  isOverdue: true,
  wasLate: true,
  wasReturned: true,
  wasPressed: true,
  wasDispatched: true,
  wasSigned: true,
  wasReported: true,
  isByFirstDue: true,
}).extend({ by: StatisticsBy.default('unit') })
export type AskStatistics = z.infer<typeof AskStatistics>

/** A count of items and what it is a count of; both open into their items by `GET /api/items?<query>`. */
export const Share = z.object({
  numerator: z.int(),
  denominator: z.int(),
  /** Numerator by denominator as a decimal with at most four places, rounded half up; null without a denominator. */
  rate: z.string().nullable(),
  query: z.string(),
  denominatorQuery: z.string(),
})
export type Share = z.infer<typeof Share>

/** The median of whole days, and the items that it rests on. */
export const Median = z.object({ days: z.string().nullable(), count: z.int(), query: z.string() })
export type Median = z.infer<typeof Median>

export const StatisticsRow = z.object({
  /** A unit's id, an origin, a theme, `2026-05`, a kind; null: items that have none. Of the row of totals: null. */
  key: z.string().nullable(),
  total: z.int(),
  query: z.string(),
  dispatched: Share,
  open: Share,
  closed: Share,
  closedOnTime: Share,
  closedByFirstDue: Share,
  /** Closed late in some round: for ever. */
  wasLate: Share,
  wasReturned: Share,
  wasPressed: Share,
  overdue: Share,
  /** Open items by their light. */
  lights: z.array(Share.extend({ light: Light })),
  medians: z.object({ sign: Median, work: Median, verify: Median }),
})
export type StatisticsRow = z.infer<typeof StatisticsRow>

export const Statistics = z.object({
  by: StatisticsBy,
  asOf: z.iso.date(),
  computedAt: z.iso.datetime(),
  rows: z.array(StatisticsRow),
  totals: StatisticsRow,
})
export type Statistics = z.infer<typeof Statistics>
