import type { Range } from '../model.ts'

export type Indicator = 'gdp' | 'fiscal-revenue'

/** How the number is bounded in print: 8%左右, 8%以上, 8%以内, 8%, 9%—10%, or without a number: in step with, or above, the economy. */
export type Bound = 'about' | 'at-least' | 'at-most' | 'exact' | 'range' | 'in-step' | 'above-economy'

/** A year's growth of one indicator as a government report prints it: aimed at, or reached. */
export interface GrowthStatement {
  indicator: Indicator
  role: 'target' | 'result'
  /** The year that grows: of a report of Y, targets are of Y and results of Y−1. */
  year: number
  articleIndex: number
  /** In offsets of the article's body, from the indicator to the number and its bound. */
  range: Range
  text: string
  /** Percent; null where only a comparison is printed. `high` differs from `low` in a range. */
  low: number | null
  high: number | null
  bound: Bound
  /** 预计: the year's figures were not final when the report was given. */
  isEstimate: boolean
}
