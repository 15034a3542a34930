import { parseMeasure } from '../measure/parse-measure.ts'
import type { FormulaIndicator } from './catalogue.ts'
import { requireResult } from './check-result.ts'
import { nearestName } from './nearest-name.ts'
import { parseFormula } from './parse-formula.ts'
import type { Place, Syntax } from './syntax.ts'
import { type Check, type CheckPart, type Typed, wrong } from './typed.ts'

/** An indicator that a formula names: its published values, or its own formula. */
export function checkReference(
  check: Check,
  node: Extract<Syntax, { kind: 'reference' }>,
  checkPart: CheckPart,
): Typed | undefined {
  const indicator = check.catalogue.find(node.name)
  if (!indicator) return unknown(check, node)
  const from = check.trail.indexOf(indicator.code)
  if (from >= 0) {
    const loop = [...check.trail.slice(from), indicator.code].join(' → ')
    return wrong(check, node, 'indicators.formula-cycle', { loop })
  }
  if (!check.known.has(indicator.code))
    check.known.set(indicator.code, typedIndicator(check, node, { indicator, checkPart }))
  return check.known.get(indicator.code)
}

function typedIndicator(
  check: Check,
  node: Place,
  { indicator, checkPart }: { indicator: FormulaIndicator; checkPart: CheckPart },
): Typed | undefined {
  const { code, number, frequency, priceBasis } = indicator
  const measure = parseMeasure(indicator.measure)
  if (!measure)
    return wrong(check, node, 'indicators.formula-operand-unit', { code, unit: indicator.measure })
  const typed = {
    measure,
    isLiteral: false,
    frequency,
    indicator,
    isCurrent: priceBasis === 'current',
    isConstant: priceBasis === 'constant',
  }
  if (indicator.formula === null) return { ...typed, plan: { op: 'cell', indicator: code, number } }
  // Problems of another indicator's formula stand where it is named here: its own text is not before the reader.
  const inner: Check = { ...check, problems: [], notes: [], trail: [...check.trail, code] }
  const parsed = parseFormula(indicator.formula)
  const part = parsed.kind === 'formula' ? checkPart(inner, parsed.syntax) : undefined
  const result = part && requireResult(inner, { at: 0, to: indicator.formula.length }, { part, indicator })
  if (result) return { ...typed, plan: { op: 'derived', indicator: code, of: result.plan } }
  const cycle = inner.problems.find((problem) => problem.code === 'indicators.formula-cycle')
  if (cycle) return wrong(check, node, cycle.code, { loop: String(cycle.details.loop) })
  return wrong(check, node, 'indicators.formula-operand-refused', { code })
}

function unknown(check: Check, node: Extract<Syntax, { kind: 'reference' }>): undefined {
  const { name } = node
  const hyphens = [...name.matchAll(/-/g)].map(({ index }) => index)
  const isMinus = hyphens.some(
    (at) => check.catalogue.find(name.slice(0, at)) || check.catalogue.find(name.slice(at + 1)),
  )
  if (isMinus) return wrong(check, node, 'indicators.formula-minus-without-spaces', { name })
  const nearest = nearestName(name, check.catalogue.names())
  return nearest === undefined
    ? wrong(check, node, 'indicators.formula-unknown-indicator', { name })
    : wrong(check, node, 'indicators.formula-unknown-indicator-near', { name, nearest })
}
