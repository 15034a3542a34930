import { z } from 'zod'
import { ItemState } from '../rules/lifecycle/machine.ts'
import { Item } from './item.ts'
import { ItemFilterQuery } from './list-items.ts'

export const AskBoard = ItemFilterQuery.extend({
  perColumn: z.coerce.number().int().min(1).max(100).default(20),
})
export type AskBoard = z.infer<typeof AskBoard>

/** The ledger in columns by state, in the order of an item's life. */
export const Board = z.object({
  asOf: z.iso.date(),
  columns: z.array(
    z.object({
      state: ItemState,
      count: z.int(),
      isCountExact: z.boolean(),
      query: z.string(),
      items: z.array(Item),
    }),
  ),
})
export type Board = z.infer<typeof Board>
