import { checkAligning } from './check-aligning.ts'
import { checkChoice } from './check-choice.ts'
import { checkGathering } from './check-gathering.ts'
import { checkGrowth } from './check-growth.ts'
import { checkOverUnits } from './check-over-units.ts'
import type { FunctionKey } from './functions.ts'
import { FUNCTIONS, findFunction } from './functions.ts'
import { nearestName } from './nearest-name.ts'
import { type Call, type Check, type CheckFunction, type CheckPart, type Typed, wrong } from './typed.ts'

const BY_KEY: Readonly<Record<FunctionKey, CheckFunction>> = {
  yoy: checkGrowth('yoy'),
  pop: checkGrowth('pop'),
  change: checkGrowth('change'),
  lastyear: checkGrowth('lastyear'),
  lag: checkGrowth('lag'),
  contribution: checkGrowth('contribution'),
  pull: checkGrowth('pull'),
  cum: checkGathering('cumulative'),
  monthly: checkGathering('month'),
  quarterly: checkGathering('quarter'),
  halfyearly: checkGathering('half'),
  yearly: checkGathering('year'),
  inyear: checkAligning('inyear'),
  latest: checkAligning('latest'),
  share: checkOverUnits('share'),
  sum: checkOverUnits('sum'),
  mean: checkOverUnits('mean'),
  min: checkOverUnits('min'),
  max: checkOverUnits('max'),
  coalesce: checkChoice('coalesce'),
  round: checkChoice('round'),
  if: checkChoice('if'),
}

/** A function with its arguments: how many, of which unit of measure and frequency, and what comes out. */
export function checkCall(check: Check, node: Call, checkPart: CheckPart): Typed | undefined {
  const found = findFunction(node.name)
  if (!found) {
    const names = FUNCTIONS.flatMap((each) => each.names)
    const nearest = nearestName(node.name, names)
    return nearest === undefined
      ? wrong(check, node, 'indicators.formula-unknown-function', {
          name: node.name,
          names: names.join('、'),
        })
      : wrong(check, node, 'indicators.formula-unknown-function-near', { name: node.name, nearest })
  }
  const { least, most } = found
  const count = node.args.length
  if (count < least || count > most)
    return wrong(check, node, 'indicators.formula-argument-count', { name: node.name, count, least, most })
  return BY_KEY[found.key](check, node, checkPart)
}
