import { z } from 'zod'
import { Indicator } from './indicator.ts'
import { UnitRef } from './league.ts'
import { Ratio } from './ratio.ts'
import { PeriodText } from './vintage.ts'

const list = z
  .string()
  .max(4000)
  .transform((text) => text.split(',').filter(Boolean))

export const AskSeries = z.object({
  /** Keys, parted by commas; without it all of the cohort. */
  units: list.optional(),
  /** Without it the one that the definition names, or the whole city. */
  cohort: z.string().min(1).max(100).optional(),
  from: PeriodText.optional(),
  to: PeriodText.optional(),
  asOf: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
})
export type AskSeries = z.infer<typeof AskSeries>

export const Series = z.object({
  indicator: Indicator,
  asOf: z.number().int(),
  periods: z.array(PeriodText),
  /** In the order of `periods`; null: withdrawn or never reported. */
  units: z.array(
    UnitRef.extend({
      values: z.array(z.string().nullable()),
      /** Of a quotient, in the order of `periods`; otherwise null. */
      numerators: z.array(z.string().nullable()).nullable(),
      denominators: z.array(z.string().nullable()).nullable(),
    }),
  ),
  /** What is divided by what, in the order of `periods`; null for what is no quotient. */
  ratios: z.array(Ratio.nullable()).nullable(),
  /** Days from which the definition counts otherwise. */
  breaks: z.array(z.iso.date()),
  /** What stood there in earlier vintages. */
  revisions: z.array(
    z.object({
      period: PeriodText,
      unit: z.string(),
      vintage: z.number().int(),
      value: z.string().nullable(),
    }),
  ),
})
export type Series = z.infer<typeof Series>
