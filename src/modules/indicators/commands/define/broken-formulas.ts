import type { Day } from '../../../../kernel/day.ts'
import { conflict } from '../../../../kernel/errors.ts'
import { type Defined, type Definitions, definitionOn } from '../../definitions/defined.ts'
import type { Definition } from '../../schema.ts'
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

/** Whether another indicator has one of the names at some time: formulas that go by it would not know whose it is. */
export function isNameTaken(
  { byCode }: Definitions,
  { name, nameEn }: Pick<Definition, 'name' | 'nameEn'>,
): boolean {
  const names = new Set([name, nameEn].filter(Boolean))
  return [...byCode.values()].some(({ versions }) =>
    versions.some((each) => names.has(each.name) || names.has(each.nameEn)),
  )
}

/** @throws `indicators.formulas-broken` unless the person named each of them */
export function requireKnown(
  code: string,
  broken: readonly string[],
  named: readonly string[] | undefined,
): void {
  if (broken.some((each) => !named?.includes(each)))
    throw conflict('indicators.formulas-broken', { code, formulas: broken.join(', ') })
}
