import type { Register, RegisterUnit } from '../schema.ts'
import type { RegisterError } from './register-error.ts'
import { nameErrors } from './register-name-errors.ts'
import { isEmpty, overlap } from './validity.ts'

/** Everything in a register that would make it lie, entry by entry; an empty list means that it can be loaded. */
export function registerErrors(register: Register): readonly RegisterError[] {
  const units = new Map(register.units.map((unit) => [unit.key, unit]))
  return [
    ...repeated(register.units.map(({ key }) => key)),
    ...repeated(register.cohorts.map(({ key }) => key)),
    ...cityErrors(register, units),
    ...register.units.flatMap((unit) => [
      ...linkErrors(unit, units),
      ...validityErrors(unit),
      ...membershipErrors(unit, register),
      ...codeErrors(unit),
    ]),
    ...nameErrors(register),
  ]
}

function repeated(keys: readonly string[]): RegisterError[] {
  const twice = keys.filter((key, at) => keys.indexOf(key) !== at)
  return twice.map((key) => ({ code: 'units.repeated-key', entry: key, field: 'key', value: key }))
}

function cityErrors({ city }: Register, units: ReadonlyMap<string, RegisterUnit>): RegisterError[] {
  if (units.get(city.key)?.kind === 'city') return []
  return [{ code: 'units.city-missing', entry: 'city', field: 'key', value: city.key }]
}

function linkErrors(unit: RegisterUnit, units: ReadonlyMap<string, RegisterUnit>): RegisterError[] {
  const errors: RegisterError[] = []
  for (const field of ['parent', 'successor'] as const) {
    const value = unit[field]
    if (value === null) continue
    const error = { entry: unit.key, field, value }
    if (!units.has(value)) errors.push({ code: 'units.no-such-unit', ...error })
    else if (leadsBack(unit, units, field)) errors.push({ code: 'units.circular', ...error })
  }
  return errors
}

function leadsBack(
  unit: RegisterUnit,
  units: ReadonlyMap<string, RegisterUnit>,
  field: 'parent' | 'successor',
): boolean {
  const seen = new Set<string>()
  let at: RegisterUnit | undefined = unit
  while (at !== undefined && !seen.has(at.key)) {
    seen.add(at.key)
    const next: string | null = at[field]
    at = next === null ? undefined : units.get(next)
  }
  return at === unit
}

function validityErrors(unit: RegisterUnit): RegisterError[] {
  const { from, to } = unit.validity
  const error = { entry: unit.key, field: 'validity', value: `${from}/${to}` }
  if (isEmpty(unit.validity)) return [{ code: 'units.empty-validity', ...error }]
  // A unit that another took the place of has ended; without the day, both would answer to one name.
  if (unit.successor !== null && to === null) return [{ code: 'units.successor-without-end', ...error }]
  return []
}

function membershipErrors(unit: RegisterUnit, { cohorts }: Register): RegisterError[] {
  return unit.cohorts.flatMap(({ key, validity }, at): RegisterError[] => {
    const error = { entry: unit.key, field: `cohorts.${at}`, value: key }
    if (!cohorts.some((cohort) => cohort.key === key)) return [{ code: 'units.no-such-cohort', ...error }]
    if (isEmpty(validity)) return [{ code: 'units.empty-validity', ...error }]
    const clash = unit.cohorts
      .slice(0, at)
      .some((other) => other.key === key && overlap(other.validity, validity))
    return clash ? [{ code: 'units.overlapping-membership', ...error }] : []
  })
}

/** Cities, districts, counties and provinces have six digits (GB/T 2260); streets and towns three more (GB/T 10114). */
function codeErrors({ key, kind, code }: RegisterUnit): RegisterError[] {
  if (code === null) return []
  const form = kind === 'subdistrict' || kind === 'town' ? /^\d{9}$/ : /^\d{6}$/
  return form.test(code) ? [] : [{ code: 'units.malformed-code', entry: key, field: 'code', value: code }]
}
