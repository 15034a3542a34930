/** Value × 10^scale: a safe integer, or all bigint in a column where one would not be safe. Never a rounded float. */
export type Scaled = number | bigint

/**
 * The values of one indicator in one period for all units, as of a vintage. Compared and added exactly. A null value was
 * withdrawn or is not available; a unit that is not named was never reported.
 */
export interface Column {
  /** The period's number (`rules/period`). */
  readonly period: number
  readonly scale: number
  /** Numbers of measured units, ascending. */
  readonly units: readonly number[]
  readonly values: readonly (Scaled | null)[]
  /** The newest vintage among those that gave the values. */
  readonly vintage: number
}
