import { z } from 'zod'
import { ItemState } from '../rules/lifecycle/machine.ts'
import { ItemKind } from './item.ts'
import { Share } from './statistics.ts'

/** What a part of the tree adds up to: "450 tasks, 94 %". Decimals as text, exact. */
const sums = {
  /** Closed leaves of all leaves below; both open into their items. */
  closed: Share,
  /** The share that is closed by weight, level by level: a closed leaf counts 1, an open one 0. Four places. */
  closedByWeight: z.string().nullable(),
  /** The progress of the leaves by weight, level by level, per cent with two places. */
  progress: z.string().nullable(),
}

export const RollUpPart = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  kind: ItemKind,
  state: ItemState,
  weight: z.string(),
  ...sums,
})
export type RollUpPart = z.infer<typeof RollUpPart>

export const RollUp = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  ...sums,
  /** The items right below, by number. */
  parts: z.array(RollUpPart),
})
export type RollUp = z.infer<typeof RollUp>
