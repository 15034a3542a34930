import { checkArguments, inOneMeasure, wholeNumber } from './check-arguments.ts'
import { RESULT_DECIMALS } from './plan.ts'
import type { Call, CheckFunction, CheckPart } from './typed.ts'
import { type Check, combined, type Typed, wrong } from './typed.ts'

/** 缺失取, 四舍五入, 如果. A plain number takes the unit of measure of what it stands beside. */
export function checkChoice(key: 'coalesce' | 'round' | 'if'): CheckFunction {
  if (key === 'if') return checkIf
  return (check, node, checkPart) => {
    const operands = key === 'round' ? node.args.slice(0, 1) : node.args
    const parts = checkArguments(check, operands, checkPart)
    const fitting = parts && inOneMeasure(check, node, parts)
    const [first] = fitting?.parts ?? []
    if (!fitting || !first) return undefined
    const { measure, parts: of } = fitting
    if (key === 'coalesce')
      return combined(check, node, { plan: { op: 'coalesce', of: of.map(({ plan }) => plan) }, measure, of })
    const places = wholeNumber(check, node, { at: 1, least: 0, most: RESULT_DECIMALS })
    if (places === undefined) return undefined
    return combined(check, node, { plan: { op: 'round', of: first.plan, places }, measure, of })
  }
}

function checkIf(check: Check, node: Call, checkPart: CheckPart): Typed | undefined {
  const [test, ...branches] = node.args
  if (test?.kind !== 'comparison') return wrong(check, test ?? node, 'indicators.formula-if-needs-comparison')
  const sides = checkArguments(check, [test.left, test.right], checkPart)
  const results = checkArguments(check, branches, checkPart)
  const compared = sides && inOneMeasure(check, test, sides)
  const chosen = results && inOneMeasure(check, node, results)
  if (!compared || !chosen) return undefined
  const [left, right, whenTrue, whenFalse] = [...compared.parts, ...chosen.parts].map(({ plan }) => plan)
  const plan = {
    op: 'if',
    sign: test.sign,
    left: left!,
    right: right!,
    whenTrue: whenTrue!,
    whenFalse: whenFalse!,
  } as const
  const typed = combined(check, node, {
    plan,
    measure: chosen.measure,
    of: [...compared.parts, ...chosen.parts],
  })
  return typed && { ...typed, isLiteral: false }
}
