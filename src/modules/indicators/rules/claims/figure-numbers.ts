/** What is known of a unit's figure in the claim's period on one vintage. Decimal strings; null where it is not known. */
export interface FigureNumbers {
  readonly period: string
  readonly level: string | null
  /** The indicator's unit of measure, `亿元`. */
  readonly measure: string
  /** Growth on the same period of the year before, in per cent. */
  readonly growth: string | null
  /** The difference to the same period of the year before, in percentage points, for an indicator in per cent. */
  readonly pointsChange: string | null
  /** The unit's value and the whole that it is a part of. */
  readonly share: { readonly part: string; readonly whole: string } | null
  /** What was done, and the target that it is a part of. */
  readonly done: { readonly actual: string; readonly target: string } | null
  /** The target of the period, for a claim that states one. */
  readonly target: string | null
  /** The target growth of the period in per cent, for a claim that states one. */
  readonly targetGrowth: string | null
}
