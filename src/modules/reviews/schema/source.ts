import { z } from 'zod'

export const SOURCE_KINDS = ['league', 'value', 'pace', 'item', 'statement', 'matter', 'publication'] as const

/**
 * What a line, footnote, bookmark or finding rests on: the screen that opens it, and what it said when it was drafted.
 * Decimals are text, so that nothing is rounded on the way.
 */
export const Source = z.object({
  kind: z.enum(SOURCE_KINDS),
  /** The screen that opens it. */
  href: z.string().regex(/^\/[^/]/),
  label: z.object({
    /** What it is called: an indicator's name, an item's title, a statement's words. */
    title: z.string().optional(),
    /** An indicator's code, an item's number. */
    key: z.string().optional(),
    numerator: z.string().optional(),
    denominator: z.string().optional(),
    value: z.string().optional(),
    unit: z.string().optional(),
    rank: z.int32().optional(),
    of: z.int32().optional(),
    period: z.string().optional(),
    vintage: z.int32().optional(),
    asOf: z.iso.date().optional(),
    /** Who gave it: a document, a newspaper and month, the publisher of a vintage. */
    source: z.string().optional(),
  }),
})
export type Source = z.infer<typeof Source>
