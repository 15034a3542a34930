/** An exact share from 0 to 1: whole numbers, the denominator above 0. */
export interface Fraction {
  readonly numerator: number
  readonly denominator: number
}
