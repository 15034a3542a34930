import type { Defined } from '../../definitions/defined.ts'
import { decimalOf, fractionOf, over, times, whole } from '../../rules/exact/fraction.ts'
import { valueOfUnit } from '../../rules/league/value-of-unit.ts'
import { periodNumber, periodOfNumber } from '../../rules/period/period-number.ts'
import { lastDay } from '../../rules/period/span.ts'
import type { TimePeriod } from '../../rules/period/time-period.ts'
import type { Column } from '../../rules/values/column.ts'
import { decodeColumn } from '../../rules/values/decode-column.ts'
import { formatScaled } from '../../rules/values/format-scaled.ts'
import type { TargetKind } from '../../schema.ts'
import type { StoredTarget } from '../../store/targets.ts'
import type { Values, Wanted } from '../../values/open-values.ts'
import { type Reaching, reachedBy, reachingOf, wantedToReach } from '../pace/reached.ts'

interface Aimed {
  readonly values: Values
  readonly defined: Defined
  /** All targets of the indicator, of any period. */
  readonly targets: readonly StoredTarget[]
  /** Where the period has no targets of its own, those of its year are held against what was reached by its end. */
  readonly orYear?: boolean | undefined
}

/** What the units reached in a period, and what they were to reach. */
export interface TargetColumns {
  readonly kind: TargetKind
  /** The periods whose values tell what was reached. */
  readonly parts: readonly TimePeriod[]
  readonly actual: Column
  readonly target: Column
}

/** The values that `targetColumns` needs. */
export function wantedForTargets(aimed: Aimed, period: TimePeriod): Wanted[] {
  const [target] = comparedTargets(aimed, period)
  return target ? wantedToReach(reaching(aimed, period, target)) : []
}

/** Actual and target of the units that have both a target of the compared sort and a value by the end of the period. */
export function targetColumns(aimed: Aimed, period: TimePeriod): TargetColumns | undefined {
  const targets = comparedTargets(aimed, period)
  const [first] = targets
  if (!first) return undefined
  const how = reaching(aimed, period, first)
  const vintages = how.parts.map((part) => aimed.values.at(aimed.defined, part)?.vintage ?? 0)
  const number = periodNumber(period)
  const column = (textFor: (target: StoredTarget) => string | undefined): Column => {
    const texts = targets.flatMap((target) => {
      const text = textFor(target)
      return text === undefined ? [] : [[target.unit, text] as const]
    })
    return decodeColumn({
      period: number,
      vintage: Math.max(0, ...vintages),
      units: texts.map(([unit]) => unit),
      values: texts.map(([, text]) => text),
    })
  }
  return {
    kind: how.kind,
    parts: how.parts,
    actual: column(({ unit }) => reachedBy(aimed.values, how, unit)?.actual),
    target: column(({ value }) => value),
  }
}

/** Actual ÷ target in per cent, to 12 decimals, half away from zero; none over a target that is not above zero. */
export function doneColumn(aimed: Aimed, period: TimePeriod): Column | undefined {
  const found = targetColumns(aimed, period)
  if (!found) return undefined
  const { actual, target } = found
  const shares = actual.units.map((unit) => {
    const [reached, wanted] = [actual, target].map((column) => textOf(column, unit))
    if (reached == null || wanted == null || fractionOf(wanted).n <= 0n) return null
    return decimalOf(times(over(fractionOf(reached), fractionOf(wanted)), whole(100)))
  })
  return decodeColumn({ period: actual.period, vintage: actual.vintage, units: actual.units, values: shares })
}

function textOf(column: Column, unit: number): string | null {
  const value = valueOfUnit(column, unit)
  return value == null ? null : formatScaled(value, column.scale)
}

/**
 * Shares are comparable among targets of one sort only: the kind and horizon that most units have in the period, the
 * alphabet deciding between two of a number. Ascending by unit.
 */
function comparedTargets({ targets, orYear }: Aimed, period: TimePeriod): StoredTarget[] {
  const own = targets.filter((target) => target.period === periodNumber(period))
  const year = periodNumber({ kind: 'year', year: period.year, index: 1 })
  const asked = own.length > 0 || !orYear ? own : targets.filter((target) => target.period === year)
  const sorts = new Map<string, StoredTarget[]>()
  for (const target of asked) {
    const sort = `${target.kind} ${target.horizon}`
    sorts.set(sort, [...(sorts.get(sort) ?? []), target])
  }
  const [most] = [...sorts].sort(([a, of], [b, others]) => others.length - of.length || (a < b ? -1 : 1))
  return [...(most?.[1] ?? [])].sort((a, b) => a.unit - b.unit)
}

const reaching = ({ defined }: Aimed, period: TimePeriod, { kind, period: aimed }: StoredTarget): Reaching =>
  reachingOf(defined, { period: periodOfNumber(aimed)!, kind, on: lastDay(period), formerYears: 0 })
