import type { Day } from '../../../../kernel/day.ts'
import { type Defined, type Definitions, definitionOn } from '../../definitions/defined.ts'
import { planOn } from '../../values/formula-plans.ts'

/**
 * The indicators whose formulas can be computed by the definitions as they stand, and could no longer be once `changed` is
 * among them: on the day from which it holds, or on a later one on which some definition changes. By code.
 */
export function brokenFormulas(definitions: Definitions, changed: Defined, from: Day): string[] {
  const after: Definitions = {
    byCode: new Map(definitions.byCode).set(changed.code, changed),
    byNumber: new Map(definitions.byNumber).set(changed.number, changed),
  }
  const all = [...after.byCode.values()]
  const days = new Set([from, ...all.flatMap(({ versions }) => versions.map(({ validFrom }) => validFrom))])
  const asked = [...days].filter((day) => day >= from)
  const breaks = (defined: Defined) =>
    asked.some((day) => {
      if (definitionOn(defined, day).formula === null) return false
      return planOn(after, defined, day) === null && planOn(definitions, defined, day) !== null
    })
  return all
    .filter((defined) => defined.code !== changed.code && breaks(defined))
    .map(({ code }) => code)
    .sort()
}
