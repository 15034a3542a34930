import { z } from 'zod'
import { IndicatorCode } from './indicator.ts'
import { PeriodText } from './vintage.ts'

/** One side of a division, before it is brought to the unit of measure of the result. */
export const RatioSide = z.object({
  /** The indicator whose value it is; null for one that is computed from several, and for a target. */
  indicator: IndicatorCode.nullable(),
  name: z.string().nullable(),
  nameEn: z.string().nullable(),
  /** Null where it has no name that anybody declared. */
  unitOfMeasure: z.string().nullable(),
  /** Whose values are in it, in their order. */
  periods: z.array(PeriodText),
  /** The newest vintage that gave one of its values; null for a target. */
  vintage: z.number().int().nullable(),
})
export type RatioSide = z.infer<typeof RatioSide>

/** What is divided, and by what. The quotient is the value but for a power of ten between units of measure. */
export const Ratio = z.object({ numerator: RatioSide, denominator: RatioSide })
export type Ratio = z.infer<typeof Ratio>

const SideOfUnit = RatioSide.extend({ value: z.string().nullable() })

/** The same with one unit's values. */
export const RatioOfUnit = z.object({ numerator: SideOfUnit, denominator: SideOfUnit })
export type RatioOfUnit = z.infer<typeof RatioOfUnit>
