import type { Fraction } from '../../../indicators/index.ts'

/** A printed number with what it counts, in the offsets of an article's body. */
export interface Figure {
  readonly start: number
  /** End of the measure. */
  readonly end: number
  /** As printed, without thousands separators, scale and measure: `1434.5`. */
  readonly numeral: string
  /** Power of ten of 万 (4), 亿 (8); for percentages 0. */
  readonly scale: number
  readonly kind: 'count' | 'percent' | 'points' | 'times'
  /** 元, 人; `%`, `个百分点`, `倍`. */
  readonly measure: string
  /** With the scale multiplied out. */
  readonly value: Fraction
  /** Half a unit of the last printed place; zero for what is counted piece by piece and printed whole. */
  readonly tolerance: Fraction
  /** 约, 近, 余, 以上, a range: too vague to reckon with. */
  readonly isVague: boolean
}
