import { operandsOfPlan, type Plan } from '../rules/formula/plan.ts'
import { periodNumber } from '../rules/period/period-number.ts'
import { periodOfDay } from '../rules/period/period-series.ts'
import { comparePeriods, lastDay } from '../rules/period/span.ts'
import type { TimePeriod } from '../rules/period/time-period.ts'
import type { DefinitionVersion } from '../schema.ts'

/** The published indicators that a plan rests on. */
export function cellsOf(plan: Plan): number[] {
  return plan.op === 'cell' ? [plan.number] : [...new Set(operandsOfPlan(plan).flatMap(cellsOf))]
}

/** Those whose periods a formula follows: not one that is only looked up for another frequency, unless all are. */
export function pacingCellsOf(plan: Plan): number[] {
  const pacing = notAligned(plan)
  return pacing.length > 0 ? [...new Set(pacing)] : cellsOf(plan)
}

function notAligned(plan: Plan): number[] {
  if (plan.op === 'cell') return [plan.number]
  return plan.op === 'aligned' ? [] : operandsOfPlan(plan).flatMap(notAligned)
}

/** The periods of a formula's own frequency that end with one for which every operand has values. */
export function formulaPeriods(
  { frequency }: Pick<DefinitionVersion, 'frequency'>,
  operands: readonly (readonly TimePeriod[])[],
): TimePeriod[] {
  const [first, ...others] = operands.map((periods) => endingWith(periods, frequency))
  if (!first) return []
  const common = [...first].filter(([number]) => others.every((periods) => periods.has(number)))
  return common.map(([, period]) => period).sort(comparePeriods)
}

function endingWith(
  periods: readonly TimePeriod[],
  frequency: DefinitionVersion['frequency'],
): Map<number, TimePeriod> {
  const found = new Map<number, TimePeriod>()
  for (const part of periods) {
    const period = periodOfDay(lastDay(part), frequency)
    if (lastDay(period) === lastDay(part)) found.set(periodNumber(period), period)
  }
  return found
}
