import { cumulativeTo } from '../period/cumulative-to.ts'
import { partsOfPeriod } from '../period/parts-of-period.ts'
import { periodNumber, periodOfNumber } from '../period/period-number.ts'
import { periodOfDay } from '../period/period-series.ts'
import { samePeriodEarlier, shiftPeriod } from '../period/shift-period.ts'
import { lastDay, monthsOf } from '../period/span.ts'
import type { TimePeriod } from '../period/time-period.ts'
import { operandsOfPlan, type Plan } from './plan.ts'

/** The periods for which a plan's own operand is needed to compute it for one: those before, or those within. */
export function sourcePeriods(plan: Plan, period: TimePeriod): readonly TimePeriod[] {
  if (plan.op === 'earlier') {
    const earlier =
      plan.years > 0 ? samePeriodEarlier(period, plan.years) : shiftPeriod(period, -plan.periods)
    return earlier ? [earlier] : []
  }
  if (plan.op === 'aligned') return [alignedPeriod(plan, period)]
  if (plan.op === 'decumulate') return windowsAround(period)
  if (plan.op !== 'gather') return [period]
  const parts = partsOfPeriod(period, plan.kind) ?? []
  return plan.how === 'last' ? parts.slice(-1) : parts
}

function alignedPeriod(
  { kind, isEnded, back }: Extract<Plan, { op: 'aligned' }>,
  period: TimePeriod,
): TimePeriod {
  const end = lastDay(period)
  const around = periodOfDay(end, kind)
  return shiftPeriod(around, -back - (isEnded && lastDay(around) > end ? 1 : 0), kind)
}

/** From January to the period's end and, where it does not begin with January, to before it. */
function windowsAround(period: TimePeriod): TimePeriod[] {
  const months = monthsOf(period)
  if (!months) return []
  const whole = cumulativeTo(period.year, months.to)
  return months.from === 1 ? [whole] : [whole, cumulativeTo(period.year, months.from - 1)]
}

/** One published indicator with the numbers of the periods that are needed of it. */
export interface NeededOperand {
  readonly indicator: string
  readonly number: number
  readonly periods: readonly number[]
}

/** What must be at hand to compute a plan for these periods: published indicators, those of derived ones among them. */
export function operandsOf(plan: Plan, periods: readonly number[]): NeededOperand[] {
  const needed = new Map<string, { number: number; periods: Set<number> }>()
  const seen = new Map<Plan, Set<number>>()
  const visit = (part: Plan, numbers: readonly number[]): void => {
    const before = seen.get(part) ?? new Set<number>()
    seen.set(part, before)
    const fresh = numbers.filter((number) => !before.has(number))
    if (fresh.length === 0) return
    for (const number of fresh) before.add(number)
    if (part.op === 'cell') {
      const cell = needed.get(part.indicator) ?? { number: part.number, periods: new Set<number>() }
      for (const number of fresh) cell.periods.add(number)
      needed.set(part.indicator, cell)
      return
    }
    const sources = movesInTime(part) ? sourceNumbers(part, fresh) : fresh
    for (const operand of operandsOfPlan(part)) visit(operand, sources)
  }
  visit(plan, periods)
  return [...needed].map(([indicator, { number, periods }]) => ({
    indicator,
    number,
    periods: [...periods].sort((a, b) => a - b),
  }))
}

function movesInTime(plan: Plan): boolean {
  return plan.op === 'earlier' || plan.op === 'aligned' || plan.op === 'decumulate' || plan.op === 'gather'
}

function sourceNumbers(plan: Plan, numbers: readonly number[]): number[] {
  const sources = new Set<number>()
  for (const number of numbers) {
    const period = periodOfNumber(number)
    for (const source of period ? sourcePeriods(plan, period) : []) sources.add(periodNumber(source))
  }
  return [...sources]
}
