import { z } from 'zod'

const Decimal = z.string().regex(/^\d{1,9}(\.\d{1,6})?$/)

/** When somebody should look, as data. */
export const AlertRule = z.discriminatedUnion('kind', [
  /** So many periods in a row, each worse than the one before. */
  z.object({ key: z.string().min(1), kind: z.literal('declines'), periods: z.int().min(1).max(60) }),
  /** More than so many percentage points behind what is expected. */
  z.object({ key: z.string().min(1), kind: z.literal('gap'), points: Decimal }),
  /** At least so many places lower than in the former period. */
  z.object({ key: z.string().min(1), kind: z.literal('rank-drop'), places: z.int32().min(1) }),
  /** Nothing reported when the due day is over, and so many days of grace with it. */
  z.object({ key: z.string().min(1), kind: z.literal('not-reported'), graceDays: z.int32().min(0) }),
  /**
   * A growth farther from the unit's own median than so many median absolute deviations (scaled by 1.4826 to the standard
   * deviation of a normal distribution), and by at least `leastPoints`, so that a quiet series is not an alarm bell.
   */
  z.object({
    key: z.string().min(1),
    kind: z.literal('outlier'),
    deviations: Decimal,
    leastPoints: Decimal,
    minHistory: z.int32().min(3),
  }),
])
export type AlertRule = z.infer<typeof AlertRule>
export type AlertRuleOf<Kind extends AlertRule['kind']> = Extract<AlertRule, { kind: Kind }>
