import { z } from 'zod'

/** What a message is filled with, kept so that it can be told in any language. */
export const DraftParam = z.union([
  z.string(),
  z.int(),
  /** A name in both languages. */
  z.object({ zh: z.string(), en: z.string() }),
  /** A value with its unit of measure, told with 万 and 亿. */
  z.object({ value: z.string(), unit: z.string() }),
  /** Percent or points: a decimal told with at most two places and without its sign. */
  z.object({ rate: z.string() }),
  z.object({ period: z.string() }),
  z.object({ day: z.iso.date() }),
])
export type DraftParam = z.infer<typeof DraftParam>

export const Message = z.object({
  /** Key of the catalogue without `reviews.draft.`. */
  code: z.string(),
  params: z.record(z.string(), DraftParam),
})
export type Message = z.infer<typeof Message>

/** A drafted sentence: messages joined into one. Empty for a line that the office wrote itself. */
export const Draft = z.array(Message)
export type Draft = z.infer<typeof Draft>
