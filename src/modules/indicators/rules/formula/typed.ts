import type { Measure } from '../measure/measure.ts'
import type { PeriodKind } from '../period/time-period.ts'
import type { FormulaCatalogue, FormulaIndicator } from './catalogue.ts'
import type { Plan } from './plan.ts'
import { type FormulaProblem, problemAt } from './problem.ts'
import type { Place, Syntax } from './syntax.ts'

/** A part of a formula with what is known of it. */
export interface Typed {
  readonly plan: Plan
  readonly measure: Measure
  /** A number without a unit, or made of such only: it takes the unit beside it where that can only be meant. */
  readonly isLiteral: boolean
  /** Null for numbers. */
  readonly frequency: PeriodKind | null
  /** When the part is an indicator and nothing else. */
  readonly indicator: FormulaIndicator | null
  /** Whether values at current, or at constant prices, are in it. */
  readonly isCurrent: boolean
  readonly isConstant: boolean
}

/** What one check gathers on its way. */
export interface Check {
  readonly catalogue: FormulaCatalogue
  readonly problems: FormulaProblem[]
  /** Not wrong, but to be known: growth at current prices. */
  readonly notes: FormulaProblem[]
  /** One plan for each indicator, so that it is evaluated once. */
  readonly known: Map<string, Typed | undefined>
  /** The indicators whose formulas are being read, outermost first. */
  readonly trail: readonly string[]
}

export type Call = Extract<Syntax, { kind: 'call' }>
export type CheckPart = (check: Check, node: Syntax) => Typed | undefined
export type CheckFunction = (check: Check, node: Call, checkPart: CheckPart) => Typed | undefined

/** Notes a problem; undefined stands for the part that has it. */
export function wrong(
  check: Check,
  place: Place,
  code: FormulaProblem['code'],
  details: FormulaProblem['details'] = {},
): undefined {
  check.problems.push(problemAt(place, code, details))
  return undefined
}

/** A part made of others: their frequency, or a problem when they differ. */
export function combined(
  check: Check,
  place: Place,
  { plan, measure, of }: { plan: Plan; measure: Measure; of: readonly Typed[] },
): Typed | undefined {
  const frequencies = new Set(of.flatMap(({ frequency }) => frequency ?? []))
  const [frequency = null, other] = frequencies
  if (other && frequency)
    return wrong(check, place, 'indicators.formula-frequency-mismatch', { left: frequency, right: other })
  return {
    plan,
    measure,
    isLiteral: of.length > 0 && of.every(({ isLiteral }) => isLiteral),
    frequency,
    indicator: null,
    isCurrent: of.some(({ isCurrent }) => isCurrent),
    isConstant: of.some(({ isConstant }) => isConstant),
  }
}
