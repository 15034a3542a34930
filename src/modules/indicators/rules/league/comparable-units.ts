import type { Column, Scaled } from '../values/column.ts'
import type { CohortOnDay } from './cohort-on.ts'
import { compareWithDecimal } from './compare-with-decimal.ts'
import { valueOfUnit } from './value-of-unit.ts'

/** Why a unit stands beside the table and not in it. The web words these codes. */
export const APART_REASONS = [
  'not-reported',
  'withdrawn',
  'below-base',
  'base-missing',
  'excluded',
  'definition-break',
  'not-in-cohort',
  'merged',
  'target-missing',
  'target-zero',
] as const
export type ApartReason = (typeof APART_REASONS)[number]

/** A unit that is not ranked, with the reason and what decides it. */
export interface ApartUnit {
  readonly unit: number
  readonly reason: ApartReason
  /** For `merged` the successor. */
  readonly mergedInto?: number
  /** For `excluded` why, as the definition says it. */
  readonly note?: string
}

/** What must hold for a unit to be compared with the others. */
export interface Comparability {
  readonly cohort: CohortOnDay
  /** A unit whose base lies below the minimum is too small to be compared: 3 tickets, one of them unsolved. */
  readonly base?: { readonly column: Column; readonly minimum: string }
  /** Units that the definition leaves out, with its words. */
  readonly excluded?: ReadonlyMap<number, string>
  /** Units that measured by another definition in this period. */
  readonly definitionBreaks?: ReadonlySet<number>
}

export interface ComparedUnit {
  readonly unit: number
  readonly value: Scaled
}

export interface ComparableUnits {
  /** Ascending by unit. */
  readonly compared: readonly ComparedUnit[]
  /** Ascending by unit. Those outside the cohort appear only when the column has a value for them. */
  readonly apart: readonly ApartUnit[]
}

/**
 * Parts the cohort into those that can be ranked and those listed apart, each of these with the first reason that holds:
 * the definition's own exclusions first, since they hold with or without a value. O(units log units).
 */
export function comparableUnits(column: Column, rules: Comparability): ComparableUnits {
  const compared: ComparedUnit[] = []
  const apart: ApartUnit[] = []
  for (const unit of rules.cohort.members) {
    const value = valueOfUnit(column, unit)
    const reason = reasonApart(unit, value, rules)
    if (!reason) compared.push({ unit, value: value! })
    else if (reason === 'excluded') apart.push({ unit, reason, note: rules.excluded!.get(unit)! })
    else apart.push({ unit, reason })
  }
  for (const { unit, mergedInto } of rules.cohort.outside) {
    if (valueOfUnit(column, unit) == null) continue
    apart.push(
      mergedInto === null ? { unit, reason: 'not-in-cohort' } : { unit, reason: 'merged', mergedInto },
    )
  }
  return { compared, apart: apart.sort((a, b) => a.unit - b.unit) }
}

function reasonApart(
  unit: number,
  value: Scaled | null | undefined,
  { base, excluded, definitionBreaks }: Comparability,
): ApartReason | undefined {
  if (excluded?.has(unit)) return 'excluded'
  if (definitionBreaks?.has(unit)) return 'definition-break'
  if (value === undefined) return 'not-reported'
  if (value === null) return 'withdrawn'
  if (!base) return undefined
  const size = valueOfUnit(base.column, unit)
  if (size == null) return 'base-missing'
  return compareWithDecimal(size, base.column.scale, base.minimum) < 0 ? 'below-base' : undefined
}
