import { z } from 'zod'

/** Who can be measured: a unit of the register, or one outside it, under the number that tables name it by. */
export const MeasuredUnitLine = z.object({
  number: z.int(),
  key: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  unitId: z.uuid().nullable(),
})
export type MeasuredUnitLine = z.infer<typeof MeasuredUnitLine>

export const MeasuredUnitList = z.object({ units: z.array(MeasuredUnitLine) })
export type MeasuredUnitList = z.infer<typeof MeasuredUnitList>
