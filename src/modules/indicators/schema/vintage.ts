import { z } from 'zod'
import { IndicatorCode } from './indicator.ts'

/** A period as text, `2024`, `2024H1`, `2024Q1`, `2024-02`, `2024-01/2024-11`, `2024W05`, `2024-02-03`. */
export const PeriodText = z.string().min(4).max(17)
export type PeriodText = z.infer<typeof PeriodText>

export const Vintage = z.object({
  number: z.number().int(),
  publishedAt: z.iso.datetime(),
  publishedBy: z.string(),
  source: z.string(),
  note: z.string(),
  /** SHA-256 of what it holds; stands in the journal, too. */
  contentHash: z.string(),
  blocks: z.number().int(),
  rows: z.number().int(),
})
export type Vintage = z.infer<typeof Vintage>

export const PublishReadings = z.object({
  source: z.string().min(1).max(200),
  note: z.string().max(1000).default(''),
  /** Only these; without it all that is verified. */
  indicators: z.array(IndicatorCode).min(1).max(1000).optional(),
  period: PeriodText.optional(),
})
export type PublishReadings = z.infer<typeof PublishReadings>

export const Vintages = z.object({ vintages: z.array(Vintage) })
export type Vintages = z.infer<typeof Vintages>

/** A vintage with its content hashed again from what stands in the database. */
export const CheckedVintage = Vintage.extend({ isWhole: z.boolean(), foundHash: z.string() })
export type CheckedVintage = z.infer<typeof CheckedVintage>
