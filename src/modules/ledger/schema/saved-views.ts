import { z } from 'zod'
import { nameText } from '../../../platform/names/index.ts'

/** A filter that a person keeps, or shares with everybody who reads the ledger; each sees only their own items in it. */
export const SavedView = z.object({
  id: z.uuid(),
  name: z.string(),
  /** A query of `GET /api/items`: filter and sort. */
  query: z.string(),
  isShared: z.boolean(),
  isOwn: z.boolean(),
  /** The role title of whoever keeps it. */
  owner: z.string(),
  createdAt: z.iso.datetime(),
})
export type SavedView = z.infer<typeof SavedView>

export const SavedViews = z.object({ views: z.array(SavedView) })
export type SavedViews = z.infer<typeof SavedViews>

export const SaveView = z.object({
  name: nameText({ max: 60 }),
  /** As it stands in an address, without the question mark; what is no filter is left out. */
  query: z.string().max(4000),
  isShared: z.boolean().default(false),
})
export type SaveView = z.infer<typeof SaveView>
