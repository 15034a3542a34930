import { z } from 'zod'

const Decimal = z.string().regex(/^-?\d{1,6}(\.\d{1,6})?$/)
const Bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) })

/** A condition on one number of a pace. */
export const BandCondition = z.object({
  /** `gap` in percentage points, `done` per cent of the target, `of-expected` per cent of what was expected. */
  measure: z.enum(['gap', 'done', 'of-expected']),
  comparison: z.enum(['at-least', 'above']),
  value: Decimal,
})
export type BandCondition = z.infer<typeof BandCondition>

/** Words for paces, best first: the first whose condition holds names the pace; the last has none. */
export const BandSet = z.object({
  key: z.string().min(1),
  name: Bilingual,
  source: z.object({ says: z.string().min(1), url: z.url().nullable() }),
  bands: z
    .array(
      z.object({
        key: z.string().min(1),
        name: Bilingual,
        /** How it is shown; colour is never alone. */
        tone: z.enum(['ahead', 'on-pace', 'slightly-behind', 'behind', 'far-behind']),
        when: BandCondition.nullable(),
      }),
    )
    .min(2),
})
export type BandSet = z.infer<typeof BandSet>
export type Band = BandSet['bands'][number]
