import { z } from 'zod'
import { IndicatorCode } from './indicator.ts'
import { TableFinding } from './sheets.ts'
import { PeriodText, Vintage } from './vintage.ts'

const list = z
  .string()
  .max(20_000)
  .transform((text) => text.split(',').filter(Boolean))

export const SdmxFormat = z.enum(['csv', 'json'])
export type SdmxFormat = z.infer<typeof SdmxFormat>

export const AskSdmx = z.object({
  /** Codes, parted by commas; without it all that are published, not those that are computed. */
  indicators: list.pipe(z.array(IndicatorCode).max(1000)).optional(),
  /** Keys of units, parted by commas; without it all. */
  units: list.optional(),
  from: PeriodText.optional(),
  to: PeriodText.optional(),
  /** As of this vintage; without it the newest. */
  asOf: z.coerce.number().int().min(1).max(2_000_000_000).optional(),
  /** Goes before the Accept header. */
  format: SdmxFormat.optional(),
})
export type AskSdmx = z.infer<typeof AskSdmx>

export const SdmxFields = z.object({
  source: z.string().trim().min(1).max(200),
  note: z.string().trim().max(1000).default(''),
  /** Why everything doubtful is right as it is; with `doubts`, which says what was seen. */
  confirm: z.string().trim().max(500).default(''),
  /** The `doubts` of the answer in which the findings were told. */
  doubts: z.string().max(64).default(''),
})
export type SdmxFields = z.infer<typeof SdmxFields>

export const SdmxPublished = z.object({
  kind: z.literal('published'),
  vintage: Vintage,
  /** Values of the message that were published already. */
  unchanged: z.number().int(),
})

export const SdmxUnchanged = z.object({ kind: z.literal('unchanged'), unchanged: z.number().int() })

export const SdmxRefused = z.object({
  kind: z.literal('refused'),
  /** The first hundred. */
  problems: z.array(
    z.object({
      /** The line of a csv, the key of a json message. */
      at: z.string(),
      code: z.string(),
      message: z.string(),
    }),
  ),
  total: z.number().int(),
})
export type SdmxRefused = z.infer<typeof SdmxRefused>

/** Nothing is published until a person has looked: the same message again, with a reason and these `doubts`. */
export const SdmxDoubtful = z.object({
  kind: z.literal('doubtful'),
  /** Stands for exactly these findings; null where an error is among them, which nobody can confirm away. */
  doubts: z.string().nullable(),
  /** The first hundred; `cells` are lines or keys of the message. */
  findings: z.array(TableFinding.omit({ decision: true })),
  total: z.number().int(),
})
export type SdmxDoubtful = z.infer<typeof SdmxDoubtful>

export const SdmxOutcome = z.discriminatedUnion('kind', [
  SdmxPublished,
  SdmxUnchanged,
  SdmxRefused,
  SdmxDoubtful,
])
export type SdmxOutcome = z.infer<typeof SdmxOutcome>
