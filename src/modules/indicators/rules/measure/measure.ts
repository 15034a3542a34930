/** One unit in a measure, `人^-1` in 元/人. */
export interface Term {
  /** As in `units.json`. */
  readonly symbol: string
  readonly exponent: number
}

/**
 * A unit of measure: 10^prefix × its terms. 亿元 is prefix 8 of 元; 万元/人 is prefix 4 of 元·人⁻¹, which is also what
 * 亿元 ÷ 万人 comes to. No terms and no prefix is a bare number.
 */
export interface Measure {
  readonly prefix: number
  readonly terms: readonly Term[]
}

export const BARE: Measure = { prefix: 0, terms: [] }
