import { z } from 'zod'
import { Item } from './item.ts'
import { ItemFilterQuery } from './list-items.ts'

/** The days of a calendar page and the items that it is about. */
export const AskItemDays = ItemFilterQuery.extend({ from: z.iso.date(), to: z.iso.date() })
export type AskItemDays = z.infer<typeof AskItemDays>

/** A day on which something of an item falls due. */
export const ItemDay = z.object({
  day: z.iso.date(),
  kind: z.enum(['due', 'node', 'recheck']),
  /** Of a node: what it is called. */
  name: z.string().nullable(),
  item: Item,
})
export type ItemDay = z.infer<typeof ItemDay>

export const ItemDays = z.object({
  days: z.array(ItemDay),
  /** False when there are more than are shown. */
  isComplete: z.boolean(),
  asOf: z.iso.date(),
})
export type ItemDays = z.infer<typeof ItemDays>

/** A person's calendar address. Only whoever has just made it is told the path: its hash alone is kept. */
export const CalendarFeed = z.object({ path: z.string().nullable(), createdAt: z.iso.datetime().nullable() })
export type CalendarFeed = z.infer<typeof CalendarFeed>
