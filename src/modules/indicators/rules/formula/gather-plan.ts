import { partsOfPeriod } from '../period/parts-of-period.ts'
import type { PeriodKind } from '../period/time-period.ts'
import type { FormulaCatalogue, FormulaIndicator } from './catalogue.ts'
import type { Plan } from './plan.ts'

type Gathered = Plan | 'undeclared' | 'frequency'

interface Asked {
  readonly catalogue: FormulaCatalogue
  readonly target: PeriodKind
}

/**
 * An indicator over another kind of period, as it declares itself: the sum, mean or last value of finer periods; a running
 * sum since January taken apart; a ratio gathered above and below the line. Otherwise what is lacking.
 */
export function gatherPlan(
  of: Plan,
  { overTime, frequency }: Pick<FormulaIndicator, 'overTime' | 'frequency'>,
  asked: Asked,
): Gathered {
  if (overTime === 'none') return 'undeclared'
  if (overTime === 'ratio') return ratioOver(of, asked)
  if (frequency === 'cumulative' && overTime === 'sum' && asked.target !== 'cumulative')
    return { op: 'decumulate', of }
  return isFiner(frequency, asked.target) ? { op: 'gather', of, kind: frequency, how: overTime } : 'frequency'
}

/** A quotient of what is gathered, under its roundings and factors; published values say nothing of their two sides. */
function ratioOver(plan: Plan, asked: Asked): Gathered {
  if (plan.op === 'derived' || plan.op === 'round')
    return within(plan, ['of'], (part) => ratioOver(part, asked))
  if (plan.op === 'divide') {
    if (plan.right.op === 'constant') return within(plan, ['left'], (part) => ratioOver(part, asked))
    return within(plan, ['left', 'right'], (part) => sideOver(part, asked))
  }
  if (plan.op !== 'multiply') return 'undeclared'
  if (plan.right.op === 'constant') return within(plan, ['left'], (part) => ratioOver(part, asked))
  return plan.left.op === 'constant'
    ? within(plan, ['right'], (part) => ratioOver(part, asked))
    : 'undeclared'
}

/** One side of the line: indicators as they declare, their sums and differences, and factors of them. */
function sideOver(plan: Plan, asked: Asked): Gathered {
  const inside = (part: Plan) => sideOver(part, asked)
  switch (plan.op) {
    case 'constant':
      return plan
    case 'cell':
    case 'derived': {
      const indicator = asked.catalogue.find(plan.indicator)
      return indicator ? gatherPlan(plan, indicator, asked) : 'undeclared'
    }
    case 'add':
    case 'subtract':
      return within(plan, ['left', 'right'], inside)
    case 'multiply':
    case 'divide':
      if (plan.right.op === 'constant') return within(plan, ['left'], inside)
      return plan.op === 'multiply' && plan.left.op === 'constant'
        ? within(plan, ['right'], inside)
        : 'undeclared'
    default:
      return 'undeclared'
  }
}

/** The same plan with some of its parts made anew, or what one of them lacks. */
function within<Of extends Plan, Key extends keyof Of>(
  plan: Of,
  keys: readonly Key[],
  make: (part: Plan) => Gathered,
): Gathered {
  const made = { ...plan }
  for (const key of keys) {
    const part = make(plan[key] as Plan)
    if (typeof part === 'string') return part
    made[key] = part as Of[Key]
  }
  return made
}

/** Whether periods of a kind make up such of the target; 1—6月 stands for the windows, which halves can make up, too. */
function isFiner(kind: PeriodKind, target: PeriodKind): boolean {
  if (kind === target) return false
  const example = { kind: target, year: 2024, index: target === 'cumulative' ? 6 : 1 }
  return partsOfPeriod(example, kind) !== undefined
}
