import { BARE } from '../measure/measure.ts'
import { parseMeasure } from '../measure/parse-measure.ts'
import { checkArithmetic } from './check-arithmetic.ts'
import { checkCall } from './check-call.ts'
import { checkReference } from './check-reference.ts'
import { constant } from './convert-part.ts'
import type { Syntax } from './syntax.ts'
import { type Check, combined, type Typed, wrong } from './typed.ts'

/** More digits than any value may have, and more decimals than results keep, would only be lost. */
const MOST_DIGITS = 15

/** What a part of a formula computes and in which unit of measure; undefined when a problem was noted. */
export function checkPart(check: Check, node: Syntax): Typed | undefined {
  switch (node.kind) {
    case 'number':
      return checkNumber(check, node)
    case 'reference':
      return checkReference(check, node, checkPart)
    case 'negative': {
      const of = checkPart(check, node.of)
      const plan = of && ({ op: 'multiply', left: of.plan, right: constant(-1n) } as const)
      return of && plan && combined(check, node, { plan, measure: of.measure, of: [of] })
    }
    case 'arithmetic': {
      const left = checkPart(check, node.left)
      const right = checkPart(check, node.right)
      return left && right && checkArithmetic(check, node, { left, right })
    }
    case 'comparison':
      return wrong(check, node, 'indicators.formula-comparison-outside-if')
    case 'call':
      return checkCall(check, node, checkPart)
  }
}

function checkNumber(check: Check, node: Extract<Syntax, { kind: 'number' }>): Typed | undefined {
  const [whole = '', fraction = ''] = node.value.split('.')
  if (whole.length + fraction.length > MOST_DIGITS)
    return wrong(check, node, 'indicators.formula-number-too-long', { most: MOST_DIGITS })
  const plan = constant(BigInt(whole + fraction), fraction.length)
  const measure = node.measure === null ? BARE : parseMeasure(node.measure)
  if (!measure) return wrong(check, node, 'indicators.formula-unknown-unit', { unit: node.measure ?? '' })
  const typed = combined(check, node, { plan, measure, of: [] })
  return typed && { ...typed, isLiteral: node.measure === null }
}
