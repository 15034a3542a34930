import { type Defined, type Definitions, definitionOn } from '../definitions/defined.ts'
import { operandsOf } from '../rules/formula/operands-of.ts'
import type { Plan } from '../rules/formula/plan.ts'
import { periodOfNumber } from '../rules/period/period-number.ts'
import { writePeriod } from '../rules/period/period-text.ts'
import { comparePeriods } from '../rules/period/span.ts'
import type { TimePeriod } from '../rules/period/time-period.ts'
import type { Column } from '../rules/values/column.ts'
import type { RatioSide } from '../schema/ratio.ts'
import { type Computing, computedColumn } from './computed-values.ts'
import { knownPeriod } from './known-period.ts'

/** One side of a division for all units, with what it is. */
export interface RatioColumn {
  /** Undefined where nobody has a value. */
  readonly column: Column | undefined
  readonly side: RatioSide
}

interface Side {
  readonly plan: Plan
  readonly period: TimePeriod
  readonly role: 'numerator' | 'denominator'
}

/** One side of an indicator's division in a period. Its blocks must be loaded. */
export function ratioColumn(computing: Computing, defined: Defined, side: Side): RatioColumn {
  const { plan, period } = side
  const column = computedColumn(computing, defined, side)
  const { day, definitions } = { day: knownPeriod(period).lastDay, definitions: computing.definitions }
  const code = indicatorOf(plan)
  const named = code === undefined ? undefined : definitionOf(definitions, code, day)
  return {
    column,
    side: {
      indicator: code ?? null,
      name: named?.name ?? null,
      nameEn: named?.nameEn ?? null,
      unitOfMeasure: measureOf(plan, (each) => definitionOf(definitions, each, day)?.measure) ?? null,
      periods: periodsOf(plan, period),
      vintage: column?.vintage ?? null,
    },
  }
}

const definitionOf = ({ byCode }: Definitions, code: string, day: string) => {
  const defined = byCode.get(code)
  return defined && definitionOn(defined, day)
}

/** The one indicator whose value stands there, maybe of another period or added up over one. */
function indicatorOf(plan: Plan): string | undefined {
  if (plan.op === 'cell' || plan.op === 'derived') return plan.indicator
  return plan.op === 'earlier' || plan.op === 'gather' || plan.op === 'positive'
    ? indicatorOf(plan.of)
    : undefined
}

/** What no product or quotient has made into something else keeps its unit of measure. */
function measureOf(plan: Plan, of: (code: string) => string | undefined): string | undefined {
  switch (plan.op) {
    case 'cell':
    case 'derived':
      return of(plan.indicator)
    case 'add':
    case 'subtract': {
      const [left, right] = [measureOf(plan.left, of), measureOf(plan.right, of)]
      return left === right ? left : undefined
    }
    case 'earlier':
    case 'gather':
    case 'positive':
    case 'round':
    case 'over-units':
    case 'of-parent':
      return measureOf(plan.of, of)
    default:
      return undefined
  }
}

function periodsOf(plan: Plan, period: TimePeriod): string[] {
  const numbers = new Set(operandsOf(plan, [knownPeriod(period).number]).flatMap(({ periods }) => periods))
  const periods = [...numbers].flatMap((number) => periodOfNumber(number) ?? [])
  return periods.sort(comparePeriods).map(writePeriod)
}
