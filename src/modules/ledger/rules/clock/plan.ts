import { z } from 'zod'

/** Per cent with at most two decimals. */
const percent = z.number().min(0).max(100).multipleOf(0.01)

/** A step of a node plan: by the end of this day so much is to be done. */
export const PlanNode = z.object({
  name: z.string().trim().min(1).max(100),
  on: z.iso.date(),
  progress: percent,
})
export type PlanNode = z.infer<typeof PlanNode>

/** How progress is expected to grow: evenly from start to deadline, or by named nodes. */
export const Plan = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('linear') }),
  z.object({ kind: z.literal('nodes'), nodes: z.array(PlanNode).min(1).max(60) }),
])
export type Plan = z.infer<typeof Plan>
