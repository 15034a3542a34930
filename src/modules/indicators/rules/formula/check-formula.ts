import { formatMeasure } from '../measure/format-measure.ts'
import type { PeriodKind } from '../period/time-period.ts'
import type { FormulaCatalogue, FormulaIndicator } from './catalogue.ts'
import { checkPart } from './check-part.ts'
import { requireResult } from './check-result.ts'
import { operandsOfPlan, type Plan } from './plan.ts'
import type { FormulaProblem } from './problem.ts'
import type { Syntax } from './syntax.ts'
import type { Check } from './typed.ts'

export type CheckedFormula =
  | {
      readonly kind: 'formula'
      readonly plan: Plan
      /** The unit of measure of the result, 万元/人; empty for a plain number. */
      readonly measure: string
      /** Null for a formula of numbers only. */
      readonly frequency: PeriodKind | null
      /** The indicators named by the formula itself. */
      readonly operands: readonly string[]
      readonly notes: readonly FormulaProblem[]
    }
  | { readonly kind: 'refused'; readonly problems: readonly FormulaProblem[] }

/**
 * Resolves the names of a formula and checks units of measure, frequencies, arguments and cycles. With `result` the
 * formula belongs to that indicator: it may not lead back to it, and is brought to the unit of measure that it declares.
 */
export function checkFormula(
  syntax: Syntax,
  catalogue: FormulaCatalogue,
  result?: Pick<FormulaIndicator, 'code' | 'measure' | 'frequency'>,
): CheckedFormula {
  const check: Check = {
    catalogue,
    problems: [],
    notes: [],
    known: new Map(),
    trail: result ? [result.code] : [],
  }
  const part = checkPart(check, syntax)
  const typed = part && result ? requireResult(check, syntax, { part, indicator: result }) : part
  if (!typed || check.problems.length > 0) return { kind: 'refused', problems: check.problems }
  return {
    kind: 'formula',
    plan: typed.plan,
    measure: formatMeasure(typed.measure),
    frequency: typed.frequency,
    operands: namedIn(typed.plan),
    notes: check.notes,
  }
}

function namedIn(plan: Plan): string[] {
  const names = new Set<string>()
  const visit = (part: Plan): void => {
    if (part.op === 'cell' || part.op === 'derived') names.add(part.indicator)
    else operandsOfPlan(part).forEach(visit)
  }
  visit(plan)
  return [...names].sort()
}
