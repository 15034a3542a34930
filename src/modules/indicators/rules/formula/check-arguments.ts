import { BARE, type Measure } from '../measure/measure.ts'
import { requireMeasure } from './convert-part.ts'
import type { Syntax } from './syntax.ts'
import type { Call, CheckPart } from './typed.ts'
import { type Check, type Typed, wrong } from './typed.ts'

/** All arguments, each checked, so that the problems of all are told at once. */
export function checkArguments(
  check: Check,
  nodes: readonly Syntax[],
  checkPart: CheckPart,
): Typed[] | undefined {
  const parts = nodes.map((node) => checkPart(check, node))
  return parts.includes(undefined) ? undefined : (parts as Typed[])
}

/** Arguments in the unit of measure of the first that has one; plain numbers take it. */
export function inOneMeasure(
  check: Check,
  node: Syntax,
  parts: readonly Typed[],
): { measure: Measure; parts: Typed[] } | undefined {
  const measure = parts.find(({ isLiteral }) => !isLiteral)?.measure ?? BARE
  const converted = parts.map((part) => requireMeasure(check, node, { part, measure }))
  return converted.includes(undefined) ? undefined : { measure, parts: converted as Typed[] }
}

/** An argument that must be a whole number, written out. */
export function wholeNumber(
  check: Check,
  call: Call,
  { at, least, most }: { at: number; least: number; most: number },
): number | undefined {
  const node = call.args[at]
  const value = node?.kind === 'number' && node.measure === null ? Number(node.value) : Number.NaN
  if (Number.isInteger(value) && value >= least && value <= most) return value
  return wrong(check, node ?? call, 'indicators.formula-whole-number', {
    name: call.name,
    argument: at + 1,
    least,
    most,
  })
}
