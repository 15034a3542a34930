import { nameFault, skeleton } from '../../../platform/names/index.ts'
import type { Register, RegisterUnit } from '../schema.ts'
import { foldName } from './fold-name.ts'
import type { RegisterError } from './register-error.ts'
import { overlap } from './validity.ts'

/**
 * Two units of one time must not share an official name, nor a code, and no alias may be another's official
 * name. Two units may share an alias: such a name is ambiguous, and stays unresolved. No name may have characters that
 * mislead the eye, nor look like another unit's.
 */
export function nameErrors({ units }: Register): RegisterError[] {
  const byName = groups(units, ({ name, fullName }) =>
    [name, ...(fullName === null ? [] : [fullName])].map(foldName),
  )
  const bySight = groups(units, ({ name }) => [skeleton(name)])
  const byCode = groups(units, ({ code }) => (code === null ? [] : [code]))
  return units.flatMap((unit) => {
    const clash = (others: readonly RegisterUnit[] | undefined) =>
      others?.some((other) => other !== unit && overlap(other.validity, unit.validity)) ?? false
    const errors: RegisterError[] = []
    const add = (code: string, field: string, value: string) =>
      errors.push({ code, entry: unit.key, field, value })
    for (const [field, names] of [
      ['name', [unit.name]],
      ['fullName', [unit.fullName ?? '']],
      ['aliases', unit.aliases],
    ] as const)
      for (const name of names) {
        const fault = nameFault(name)
        if (fault) add('units.name-sign', field, `${name} [${fault.position}: ${fault.sign}]`)
      }
    const alike = bySight
      .get(skeleton(unit.name))
      ?.filter(({ name }) => foldName(name) !== foldName(unit.name))
    if (clash(alike)) add('units.name-alike', 'name', unit.name)
    if (foldName(unit.name) === '') add('units.empty-name', 'name', unit.name)
    if (clash(byName.get(foldName(unit.name)))) add('units.name-taken', 'name', unit.name)
    if (unit.fullName !== null && clash(byName.get(foldName(unit.fullName))))
      add('units.name-taken', 'fullName', unit.fullName)
    if (unit.code !== null && clash(byCode.get(unit.code))) add('units.code-taken', 'code', unit.code)
    for (const alias of unit.aliases) {
      if (foldName(alias) === '') add('units.empty-name', 'aliases', alias)
      if (clash(byName.get(foldName(alias)))) add('units.name-taken', 'aliases', alias)
    }
    return errors
  })
}

function groups(units: readonly RegisterUnit[], keysOf: (unit: RegisterUnit) => readonly string[]) {
  const found = new Map<string, RegisterUnit[]>()
  for (const unit of units)
    for (const key of new Set(keysOf(unit))) found.set(key, [...(found.get(key) ?? []), unit])
  return found
}
