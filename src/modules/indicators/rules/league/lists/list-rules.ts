import { z } from 'zod'

const Bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) })

/** What a unit must have done with its target to stand on a list. */
export const Fulfilment = z.enum(['over-fulfilled', 'fulfilled', 'not-fulfilled', 'any'])
export type Fulfilment = z.infer<typeof Fulfilment>

const ListQuota = z.object({ quota: z.int32().min(0), requires: Fulfilment })

/** Red and black lists as data: for each kind of unit its quotas and conditions. */
export const ListRules = z.object({
  key: z.string().min(1),
  name: Bilingual,
  source: z.object({ says: z.string().min(1), url: z.url().nullable() }),
  fields: z
    .array(z.object({ key: z.string().min(1), name: Bilingual, red: ListQuota, black: ListQuota }))
    .min(1),
  /** Units that share the place on the quota's edge: all of them stand on the list, or none. */
  tiesAtEdge: z.enum(['all', 'none']),
  /** The reasons for which a unit may be taken off the black list. */
  exemptions: z.array(z.object({ key: z.string().min(1), name: Bilingual })),
})
export type ListRules = z.infer<typeof ListRules>
