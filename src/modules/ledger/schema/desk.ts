import { z } from 'zod'
import { DeskRuleWords } from '../rules/desk/desk-table.ts'
import { Item } from './item.ts'

/** Whose desk: the office's, or "my unit today"; `unitId` for somebody who sees several units. */
export const AskDesk = z.object({
  for: z.enum(['office', 'unit']).default('office'),
  unitId: z.uuid().optional(),
})
export type AskDesk = z.infer<typeof AskDesk>

export const DeskGroup = DeskRuleWords.omit({ for: true }).extend({
  /** What the words of `explains` name. */
  params: z.object({ days: z.int() }),
  count: z.int(),
  /** False when there are more than `count`. */
  isCountExact: z.boolean(),
  /** The query of `GET /api/items` that opens the group. */
  query: z.string(),
  /** The first of them. */
  items: z.array(Item),
})
export type DeskGroup = z.infer<typeof DeskGroup>

/** What needs somebody, and by which rule; the gravest first, rules without an item left out. */
export const Desk = z.object({
  asOf: z.iso.date(),
  for: AskDesk.shape.for.unwrap(),
  groups: z.array(DeskGroup),
})
export type Desk = z.infer<typeof Desk>
