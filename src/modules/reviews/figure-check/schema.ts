import { z } from 'zod'
import { Source } from '../schema/source.ts'

export const CHECK_KINDS = [
  'sum',
  'part',
  'share',
  'over-hundred',
  'growth',
  'increase',
  'direction',
  'points',
  'comparison',
  'period',
  'unit',
  'repeated',
  'date',
  'rank',
  'per-person',
  'former-unit',
  'league',
  'vintage',
  'ledger',
  'earlier',
  'count',
  'numbering',
  'vague',
] as const

export const CHECK_CAUSES = [
  'truncation',
  'ten-thousand',
  'decimal-point',
  'base',
  'points-percent',
  'digits-swapped',
  'digit-changed',
  'direction',
  'wrong-word',
  'impossible',
  'revised',
  'differs',
  'other-base',
  'unknown',
] as const

const Span = z.tuple([z.int(), z.int()])

/** Something in a text that cannot be right, or that the city's own record says otherwise. */
export const FigureCheckFinding = z.object({
  kind: z.enum(CHECK_KINDS),
  severity: z.enum(['error', 'warning', 'note']),
  cause: z.enum(CHECK_CAUSES),
  article: z.int(),
  /** Slices of `text` that hold the sentence; UTF-16 offsets. */
  spans: z.array(Span).readonly(),
  /** Slices with the numbers themselves. */
  figures: z.array(Span).readonly(),
  printed: z.string(),
  expected: z.string(),
  arithmetic: z.string(),
  /** What would agree, if one slip explains the difference. */
  repair: z.string().nullable(),
  /** What of the record it was held against; null for a text that contradicts itself. */
  source: Source.nullable(),
  /** The finding and its probable cause as sentences, in the reader's language. */
  says: z.string(),
  because: z.string(),
})
export type FigureCheckFinding = z.infer<typeof FigureCheckFinding>

export const FigureCheck = z.object({
  title: z.string(),
  /** The day as of which names and the record were taken. */
  asOf: z.iso.date(),
  /** Whether the text told its day, or a person gave it; otherwise today was taken. */
  isDated: z.boolean(),
  /** The text as received: what the offsets count in. */
  text: z.string(),
  findings: z.array(FigureCheckFinding),
  counts: z.object({ error: z.int(), warning: z.int(), note: z.int() }),
  /** What of the record was asked, and how many statements could be held against it with certainty. */
  record: z.object({ ranks: z.int(), figures: z.int(), ledger: z.int() }),
})
export type FigureCheck = z.infer<typeof FigureCheck>

export const CheckText = z.object({
  /** At most what a report may have. */
  text: z.string().min(1).max(2_000_000),
  /** `2024`, `2024-01` or `2024-01-15`. */
  date: z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
    .optional(),
})
export type CheckText = z.infer<typeof CheckText>
