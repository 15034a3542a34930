import type { PeriodKind } from '../period/time-period.ts'
import type { ComparisonSign } from './syntax.ts'

/** How several values become one: over the parts of a period, or over units. */
export type OverTime = 'sum' | 'mean' | 'last'
export type OverUnits = 'sum' | 'mean' | 'min' | 'max'

/**
 * What is computed, after every name, unit of measure and conversion is resolved. Few operations, so that evaluation here
 * and in SQL is easily seen to be the same:
 * - each product and quotient is rounded to 30 decimals, half away from zero; a derived indicator's value and the result to 12
 * - an operand that is missing makes the result missing, except in `coalesce` and the branch of `if` that is not taken
 * - a division by zero, and `positive` of what is not, is missing.
 */
export type Plan =
  | { readonly op: 'constant'; readonly digits: bigint; readonly scale: number }
  /** Published values. */
  | { readonly op: 'cell'; readonly indicator: string; readonly number: number }
  /** Another indicator's formula. */
  | { readonly op: 'derived'; readonly indicator: string; readonly of: Plan }
  | { readonly op: 'add' | 'subtract' | 'multiply' | 'divide'; readonly left: Plan; readonly right: Plan }
  | { readonly op: 'positive'; readonly of: Plan }
  | { readonly op: 'round'; readonly of: Plan; readonly places: number }
  | { readonly op: 'earlier'; readonly of: Plan; readonly years: number; readonly periods: number }
  /** The period of another kind in which this one ends, or the newest that has ended by then; so many before it. */
  | {
      readonly op: 'aligned'
      readonly of: Plan
      readonly kind: PeriodKind
      readonly isEnded: boolean
      readonly back: number
    }
  /** What a series from January on added in the period: its value up to the end, less that up to the beginning. */
  | { readonly op: 'decumulate'; readonly of: Plan }
  /** From the parts of the period that are of the kind. */
  | { readonly op: 'gather'; readonly of: Plan; readonly kind: PeriodKind; readonly how: OverTime }
  | { readonly op: 'over-units'; readonly of: Plan; readonly how: OverUnits }
  | { readonly op: 'of-parent'; readonly of: Plan }
  | { readonly op: 'coalesce'; readonly of: readonly Plan[] }
  | { readonly op: 'least' | 'greatest'; readonly of: readonly Plan[] }
  | {
      readonly op: 'if'
      readonly sign: ComparisonSign
      readonly left: Plan
      readonly right: Plan
      readonly whenTrue: Plan
      readonly whenFalse: Plan
    }

/** Decimals that products and quotients keep on the way, and that results keep. */
export const WORKING_DECIMALS = 30
export const RESULT_DECIMALS = 12

/** The plans that a plan is computed from. */
export function operandsOfPlan(plan: Plan): readonly Plan[] {
  switch (plan.op) {
    case 'constant':
    case 'cell':
      return []
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return [plan.left, plan.right]
    case 'coalesce':
    case 'least':
    case 'greatest':
      return plan.of
    case 'if':
      return [plan.left, plan.right, plan.whenTrue, plan.whenFalse]
    default:
      return [plan.of]
  }
}
