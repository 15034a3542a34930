import { z } from 'zod'
import { ItemSource } from './item.ts'

/** One thing that happened. Its words come from the catalogues, by `kind`; what they name stands in the fields. */
export const StoryLine = z.object({
  seq: z.int(),
  at: z.iso.datetime(),
  /** The role title that the journal keeps. */
  actor: z.string(),
  /** The unit that the actor answers for today, if any. */
  unitId: z.uuid().nullable(),
  /** `item-created`, `item-dispatched`, `progress-reported` …: the journal's action without its module. */
  kind: z.string(),
  round: z.int().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  reason: z.string().nullable(),
  /** What else the journal keeps of it. */
  params: z.record(z.string(), z.unknown()),
  /** What was different in the item afterwards. */
  changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  reportId: z.uuid().nullable(),
  evidenceIds: z.array(z.uuid()),
})
export type StoryLine = z.infer<typeof StoryLine>

/** An item's life as a chain, the oldest first: from the sentence that it comes from to its close. */
export const Story = z.object({
  itemId: z.uuid(),
  number: z.string(),
  source: ItemSource,
  isClosed: z.boolean(),
  lines: z.array(StoryLine),
})
export type Story = z.infer<typeof Story>
