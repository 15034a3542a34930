import { z } from 'zod'
import { FigureDetail, FirstDetail, PeriodText, RankDetail, ShortfallDetail, TaskDetail } from './schema.ts'

/** Units stand by their key in the register. */
const fact = {
  unit: z.string().nullable(),
  sentence: z.string().min(2),
  subject: z.string().min(1),
  period: PeriodText.nullable(),
}

/** One thing a public report said, in a sentence of our own. */
const Fact = z.discriminatedUnion('kind', [
  z.strictObject({ ...fact, kind: z.literal('rank'), detail: RankDetail }),
  z.strictObject({ ...fact, kind: z.literal('first'), detail: FirstDetail }),
  z.strictObject({ ...fact, kind: z.literal('figure'), detail: FigureDetail }),
  z.strictObject({ ...fact, kind: z.literal('shortfall'), detail: ShortfallDetail }),
  z.strictObject({ ...fact, kind: z.literal('task'), detail: TaskDetail }),
])

/** The facts of a public report in our own words, with its source named (`packs/NAME/digests/*.json`). */
export const Digest = z.strictObject({
  title: z.string().min(1),
  /** Newspaper and month. */
  source: z.string().min(1),
  reportDate: z.string(),
  period: PeriodText,
  meeting: z.strictObject({ name: z.string(), chairRole: z.string(), speakingUnits: z.array(z.string()) }),
  facts: z.array(Fact).min(1),
})
export type Digest = z.infer<typeof Digest>
