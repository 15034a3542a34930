import { textOfUnit } from '../../rules/league/text-of-unit.ts'
import { writePeriod } from '../../rules/period/period-text.ts'
import { samePeriodEarlier } from '../../rules/period/shift-period.ts'
import type { TimePeriod } from '../../rules/period/time-period.ts'
import type { Ratio, RatioOfUnit, RatioSide } from '../../schema/ratio.ts'
import { definitionOf, type RatioColumns } from '../../values/open-values.ts'
import type { Ranked } from './rank-period.ts'
import { targetColumns } from './target-columns.ts'

/** What a table's values are quotients of: of a formula, of two years for growth, of what was reached and its target. */
export function ratioColumns(ranked: Ranked, period: TimePeriod): RatioColumns | undefined {
  const { values, defined, measure, targets = [] } = ranked
  if (measure === 'level') return values.ratioAt(defined, period)
  if (measure === 'growth') {
    const earlier = samePeriodEarlier(period)
    return earlier && { numerator: levelIn(ranked, period), denominator: levelIn(ranked, earlier) }
  }
  const reached = targetColumns({ values, defined, targets }, period)
  if (!reached) return undefined
  const { kind, parts, actual, target } = reached
  const unitOfMeasure = kind === 'growth' ? '%' : definitionOf(defined, period).measure
  const own = { ...sideOf(ranked, period), unitOfMeasure, periods: parts.map(writePeriod) }
  const aim = { indicator: null, name: null, nameEn: null, unitOfMeasure, vintage: null }
  return {
    numerator: { column: actual, side: { ...own, vintage: actual.vintage } },
    denominator: { column: target, side: { ...aim, periods: [writePeriod(period)] } },
  }
}

function levelIn(ranked: Ranked, period: TimePeriod) {
  const column = ranked.values.at(ranked.defined, period)
  return { column, side: { ...sideOf(ranked, period), vintage: column?.vintage ?? null } }
}

function sideOf({ defined }: Ranked, period: TimePeriod): RatioSide {
  const { name, nameEn, measure: unitOfMeasure } = definitionOf(defined, period)
  const periods = [writePeriod(period)]
  return { indicator: defined.code, name, nameEn, unitOfMeasure, periods, vintage: null }
}

export function ratioShown(ratio: RatioColumns | undefined): Ratio | null {
  return ratio ? { numerator: ratio.numerator.side, denominator: ratio.denominator.side } : null
}

/** One unit's numerator and denominator with what they are. */
export function ratioOfUnit(ratio: RatioColumns | undefined, unit: number): RatioOfUnit | null {
  if (!ratio) return null
  const { numerator, denominator } = ratio
  return {
    numerator: { ...numerator.side, value: textOfUnit(numerator.column, unit) },
    denominator: { ...denominator.side, value: textOfUnit(denominator.column, unit) },
  }
}
